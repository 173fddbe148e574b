import { createHmac } from "node:crypto";
import { createTransport } from "nodemailer";
import { receiveHook } from "@/server/hooks/receive-hook";
import { startSmtpIntake } from "@/server/inbound/smtp-intake";
import { mintReplyAddress } from "@/server/replies/reply-address";
import { buildWorld, type World } from "../engine/world";
import { atMost, type Figure, percentile } from "../figure";
import {
  type Asked,
  AUTH_TOKEN,
  answeringContext,
  askMany,
  DOMAIN,
  stoppedOf,
} from "../replies/world";
import type { Stage } from "../stage";

/** Below what one address may send in a minute. */
const ANSWERS = 110;
const WARM_UP = 10;
const MS_MAX = 1_000;
const OWN_NUMBER = "+15005550006";
const HOOK = "https://follow.example.com/api/hooks/twilio/environment";

/** From an answer on the wire until it is taken, which is said once its case is resolved and nothing is planned any more. */
export async function replies(stage: Stage): Promise<Figure[]> {
  const world = await buildWorld(await stage.database());
  const ctx = answeringContext(world);
  const byEmail = await answerByEmail(world, await askMany(world, ctx, "email", ANSWERS));
  const bySms = await answerBySms(world, await askMany(world, ctx, "sms", ANSWERS));
  await stopped(world, "email");
  await stopped(world, "sms");
  await world.close();
  return [
    ...figuresOf("Answer by email, SMTP connection to resolved case", byEmail),
    ...figuresOf("Answer by SMS, signed callback to resolved case", bySms),
  ];
}

async function stopped(world: World, way: "email" | "sms"): Promise<void> {
  const n = await stoppedOf(answeringContext(world), way);
  if (n !== ANSWERS) throw new Error(`Only ${n} of ${ANSWERS} cases were resolved by ${way}`);
}

/** Each with a connection of its own, as mail servers of many people have. */
async function answerByEmail(world: World, asked: readonly Asked[]): Promise<number[]> {
  const ctx = answeringContext(world);
  const { appSecret } = ctx.config;
  const intake = await startSmtpIntake(ctx, { port: 0, domain: DOMAIN, tls: null });
  const took: number[] = [];
  for (const { messageId, address } of asked) {
    const about = { kind: "reply" as const, workspaceId: world.workspaceId, messageId };
    const to = mintReplyAddress(appSecret, about, DOMAIN);
    const text = `I have paid.\n\nOn Mon, 23 Nov 2026 at 09:00, Shop <${to}> wrote:\n> Please pay.`;
    const from = performance.now();
    const transport = createTransport({ host: "127.0.0.1", port: intake.port, ignoreTLS: true });
    await transport.sendMail({ from: address, to, subject: "Re: Invoice", text });
    took.push(performance.now() - from);
  }
  await intake.close();
  return took.slice(WARM_UP);
}

async function answerBySms(world: World, asked: readonly Asked[]): Promise<number[]> {
  const ctx = answeringContext(world);
  const took: number[] = [];
  for (const { number, address } of asked) {
    const fields = {
      Body: "I have paid",
      From: address,
      MessageSid: `SM${String(number).padStart(32, "0")}`,
      To: OWN_NUMBER,
    };
    const signed = Object.entries(fields).flat().join("");
    const request = new Request(HOOK, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": createHmac("sha1", AUTH_TOKEN)
          .update(HOOK + signed)
          .digest("base64"),
      },
      body: new URLSearchParams(fields).toString(),
    });
    const from = performance.now();
    const answer = await receiveHook(ctx, request, { provider: "twilio", account: "environment" });
    took.push(performance.now() - from);
    if (answer.status !== 204) throw new Error(await answer.text());
  }
  return took.slice(WARM_UP);
}

function figuresOf(name: string, took: readonly number[]): Figure[] {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const repeat = "replies";
  const p99 = percentile(took, 0.99);
  return [
    { name: `${name}, p50`, value: ms(percentile(took, 0.5)), repeat },
    { name: "… p99", value: ms(p99), required: atMost(p99, MS_MAX, " ms"), repeat },
  ];
}
