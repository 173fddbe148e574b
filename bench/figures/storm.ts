import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import { Child } from "../engine/child";
import type { World } from "../engine/world";
import { atLeast, atMost, type Figure, percentile } from "../figure";
import { STORM } from "../settings";
import type { Stage } from "../stage";
import { outcomeOf, type StormOutcome } from "../storm/outcome";
import { GAP_MINUTES, HELPERS, openWaiting, stormWorld } from "../storm/world";

const LAG_MS_MAX = 5 * SECOND_MS;
const LOOK_MS = 250;
/** Time to open a case, and for the worker to be there before the first moment. */
const AHEAD_MS = 30 * SECOND_MS;
const OPENING_MS = 5;
const WAIT_MS_MAX = 10 * MINUTE_MS;
/** What comes first, a list for each gap that a storm of a minute touches, and its last one. */
const MESSAGES_MAX = Math.ceil(1 / GAP_MINUTES) + 2;

/** Cases that escalate to fifty helpers: spread over a minute, then all at one instant. */
export async function storm(stage: Stage): Promise<Figure[]> {
  const spread = await run(stage, MINUTE_MS);
  const instant = await run(stage, 0);
  const cases = STORM.toLocaleString("en-US");
  return [
    ...figuresOf(`${cases} escalations to ${HELPERS} helpers in a minute`, spread, true),
    ...figuresOf(`${cases} at one instant`, instant, false),
  ];
}

async function run(stage: Stage, spreadMs: number): Promise<StormOutcome> {
  const world = await stormWorld(await stage.database());
  const from = Date.now() + AHEAD_MS + STORM * OPENING_MS;
  // Evenly, in an order that has nothing to do with the helpers.
  const momentOf = (n: number) => from + (((n * 7_919) % STORM) / STORM) * spreadMs;
  await openWaiting(world, STORM, momentOf);
  const child = new Child("work", world.url);
  await child.told("ready");
  child.ask("start");
  if (Date.now() > from - SECOND_MS) throw new Error("The worker was not there in time.");
  await sleep(Math.max(0, from + spreadMs - Date.now()));
  await allTold(world);
  const ended = child.told("ended");
  child.ask("stop");
  await ended;
  await child.ended();
  await stage.showStatements();
  const outcome = await outcomeOf(world);
  await world.close();
  return outcome;
}

const OPEN = `
  select (select count(*) from messages)::int as made,
    (select count(*) from messages where deliver_at is not null or status = 'sending')::int as waiting`;

async function allTold({ ctx }: World): Promise<void> {
  const until = Date.now() + WAIT_MS_MAX;
  while (Date.now() < until) {
    const [row] = await ctx.db.$client.unsafe<{ made: number; waiting: number }[]>(OPEN);
    if (row?.made === STORM && row.waiting === 0) return;
    await sleep(LOOK_MS);
  }
  throw new Error("The storm did not end.");
}

function figuresOf(name: string, outcome: StormOutcome, isPromised: boolean): Figure[] {
  const { perHelperMax, sent, accounted, toldMs, decidedMs, listLagsMs } = outcome;
  const seconds = (ms: number) => `${(ms / SECOND_MS).toFixed(2)} s`;
  const spreadOf = (values: readonly number[]) =>
    [0.5, 0.99, 1].map((share) => seconds(percentile(values, share))).join(", ");
  const longest = percentile(toldMs, 1);
  const repeat = "storm";
  return [
    {
      name: `${name}: messages of the helper with most`,
      value: `${perHelperMax} (${sent} in all)`,
      required: atMost(perHelperMax, MESSAGES_MAX),
      repeat,
    },
    {
      name: "… cases that stand in what left, or have a reason",
      value: accounted.toLocaleString("en-US"),
      required: atLeast(accounted, STORM),
      repeat,
    },
    {
      name: "… the engine's lag: from the due moment to the level told, p50, p99, longest",
      value: spreadOf(toldMs),
      ...(isPromised && { required: atMost(longest / SECOND_MS, LAG_MS_MAX / SECOND_MS, " s") }),
      repeat,
    },
    {
      name: "… to the first decision about its message, p50, p99, longest",
      value: spreadOf(decidedMs),
      repeat,
    },
    {
      name: "… from the end of a gap to its list in the provider’s hands, p50, longest",
      value: [0.5, 1].map((share) => seconds(percentile(listLagsMs, share))).join(", "),
      repeat,
    },
  ];
}
