import { createTransport } from "nodemailer";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { type SmtpIntake, startSmtpIntake } from "@/server/inbound/smtp-intake";
import { composeEmail, type EmailSource } from "@/server/providers/email";
import { createResend } from "@/server/providers/resend";
import { createSmtp } from "@/server/providers/smtp";
import { type FakeSmtp, fakeResend, fakeSmtp } from "@/server/providers/testing";
import { readReplyAddress } from "./reply-address";
import { REPLIES_DOMAIN, replyWorld } from "./testing";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof replyWorld>>;
let intake: SmtpIntake;
/** Ana's own mail server. */
let mailbox: FakeSmtp;

beforeAll(async () => {
  database = await testDatabase();
  world = await replyWorld(database.db);
  intake = await startSmtpIntake(world.ctx, { port: 0, domain: REPLIES_DOMAIN, tls: null });
  mailbox = await fakeSmtp();
});
afterAll(async () => {
  await intake.close();
  await mailbox.close();
  await database.drop();
});

async function sourceOf(messageId: string): Promise<EmailSource> {
  const { content, caseId } = await world.message(messageId);
  if (!content) throw new Error("It has no words");
  return {
    ...{ workspaceId: world.workspaceId, id: messageId, caseId, to: "ana@example.com", content },
    brand: { name: "Shop", color: null, address: null, logoUrl: null },
    ...{ caseSubject: "Invoice", topic: null, tracked: false },
  } as EmailSource;
}
const settings = (inboundDomain: string | null) => ({
  ...{ from: "Shop <billing@shop.example.com>", appUrl: "https://follow.example.com" },
  ...{ secret: world.ctx.config.appSecret, inboundDomain },
});

it("a message goes out over SMTP, and pressing Reply in the mail program answers its case", async () => {
  const { caseId, messageId } = await world.open(1);
  const source = await sourceOf(messageId);
  const smtp = createSmtp({ url: mailbox.url, whenUnknown: "give_up" });
  const compose = () => composeEmail(source, settings(REPLIES_DOMAIN));
  const outgoing = { channel: "email" as const, id: messageId, to: source.to, compose };
  expect(await smtp.send(outgoing, AbortSignal.timeout(5_000))).toMatchObject({ ok: true });
  await smtp.close?.();
  const [mail] = mailbox.mails;
  const read = await PostalMime.parse(mail?.bytes ?? "");
  const { appSecret } = world.ctx.config;
  const { workspaceId } = world;
  const address = { workspaceId, messageId };
  expect(readReplyAddress(appSecret, mail?.from ?? "", REPLIES_DOMAIN)).toEqual({
    kind: "bounce",
    ...address,
  });
  const to = read.replyTo?.[0]?.address ?? "";
  expect(readReplyAddress(appSecret, to, REPLIES_DOMAIN)).toEqual({ kind: "reply", ...address });
  expect(read.from?.address).toBe("billing@shop.example.com");

  await createTransport({ host: "127.0.0.1", port: intake.port, ignoreTLS: true }).sendMail({
    from: "Ana Miller <ana@example.com>",
    to: to.toUpperCase(),
    inReplyTo: read.messageId,
    references: `${read.references} ${read.messageId}`,
    subject: `AW: ${read.subject}`,
    text: `Habe ich schon bezahlt.\n\nAm Montag um 09:00 schrieb Shop <${to}>:\n> ${read.text?.split("\n").join("\n> ")}`,
  });
  expect((await world.caseOf(caseId)).status).toBe("resolved");
});

it("Resend is told where answers go, and without a domain nobody is", async () => {
  const { messageId } = await world.open(2);
  const source = await sourceOf(messageId);
  const server = await fakeResend();
  const resend = createResend({ apiKey: "re_test", baseUrl: server.url });
  for (const domain of [REPLIES_DOMAIN, null]) {
    const compose = () => composeEmail(source, settings(domain));
    const id = `${messageId}-${domain}`;
    await resend.send({ channel: "email", id, to: source.to, compose }, AbortSignal.timeout(5_000));
  }
  await server.close();
  const [told, silent] = server.accepted.map(
    ({ raw }) => JSON.parse(raw) as Record<string, unknown>,
  );
  expect(told?.reply_to).toBe(world.addressOf(messageId));
  expect(silent).not.toHaveProperty("reply_to");
});
