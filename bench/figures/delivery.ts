import { fork } from "node:child_process";
import type { Provider } from "@/server/providers/provider";
import { createResend } from "@/server/providers/resend";
import { createSmtp } from "@/server/providers/smtp";
import { ANSWER_MS, type PeerUrls } from "../delivery/peers";
import { bare, pipeline, type Ran } from "../delivery/run";
import { atLeast, type Figure, median, perSecond } from "../figure";
import { MESSAGES, ROUNDS } from "../settings";
import type { Stage } from "../stage";

const OF_BARE_MIN = 0.8;
/** Batches and SMTP are fast: more messages for the same time. */
const FAST = 4;

/** Messages a second through the whole pipeline, in turns with the same client called bare. */
export async function delivery(stage: Stage): Promise<Figure[]> {
  const { urls, stop } = await startPeers();
  const resend = createResend({ apiKey: "re_bench", baseUrl: urls.resend });
  const { batch: _, ...single } = resend;
  const smtp = createSmtp({ url: urls.smtp, whenUnknown: "give_up" });
  try {
    const http = await inTurns(stage, single, MESSAGES);
    const mail = await inTurns(stage, smtp, MESSAGES * FAST);
    const batched = await inTurns(stage, resend, MESSAGES * FAST, false);
    const what = `HTTP provider that answers in ${ANSWER_MS} ms`;
    return [
      ...figuresOf(`Messages to an ${what}`, http, true),
      ...figuresOf("Messages to an SMTP server", mail, false),
      ...figuresOf(`Messages to the same ${what}, in batches`, batched, false),
    ];
  } finally {
    await smtp.close?.();
    stop();
  }
}

type Turns = { piped: Ran[]; alone: Ran[] };

async function inTurns(
  stage: Stage,
  provider: Provider,
  count: number,
  withBare = true,
): Promise<Turns> {
  const turns: Turns = { piped: [], alone: [] };
  for (let round = 0; round < ROUNDS; round++) {
    if (withBare) turns.alone.push(await bare(provider, count));
    turns.piped.push(await pipeline(stage, provider, count));
    const speeds = [turns.alone.at(-1), turns.piped.at(-1)].map((ran) => ran?.perSecond ?? 0);
    stage.say(`bare ${perSecond(speeds[0] ?? 0)}, pipeline ${perSecond(speeds[1] ?? 0)}`);
  }
  return turns;
}

function figuresOf(name: string, { piped, alone }: Turns, isRequired: boolean): Figure[] {
  const of = (ran: readonly Ran[], what: keyof Ran) => median(ran.map((one) => one[what]));
  const ours = of(piped, "perSecond");
  const theirs = of(alone, "perSecond");
  const share = ours / theirs;
  const node = of(piped, "node");
  const postgres = of(piped, "postgres");
  const repeat = "delivery";
  const ratio: Figure = {
    name: "… of the same client called bare",
    value: `${share.toFixed(2)} of ${perSecond(theirs)}`,
    ...(isRequired && { required: atLeast(share, OF_BARE_MIN) }),
    repeat,
  };
  return [
    { name, value: perSecond(ours), repeat },
    ...(alone.length > 0 ? [ratio] : []),
    {
      name: "… processor time per 1,000",
      value: `${(node + postgres).toFixed(2)} s (Node ${node.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)})`,
      repeat,
    },
  ];
}

async function startPeers(): Promise<{ urls: PeerUrls; stop: () => void }> {
  const child = fork(process.argv[1] ?? "", ["peers"]);
  process.once("exit", () => child.kill("SIGKILL"));
  const urls = await new Promise<PeerUrls>((done, fail) => {
    child.once("message", (message) => done(message as PeerUrls));
    child.once("exit", () => fail(new Error("The peers ended.")));
  });
  return { urls, stop: () => child.kill() };
}
