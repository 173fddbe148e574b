import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { SECOND_MS } from "@/core/time";
import type { InboundTls } from "@/server/config";
import type { Ctx } from "@/server/context";
import { isAllowed } from "@/server/http/rate-limit";
import { receiveEmail } from "@/server/replies/receive-email";
import { readReplyAddress } from "@/server/replies/reply-address";
import { PARSED_BYTES_MAX, parseMail } from "./parse-mail";

/** A mail that is larger is refused (552), while it comes in. */
export const MAIL_BYTES_MAX = 10 * 1_048_576;
/** Whoever goes on sending past this loses the line. */
const LINE_BYTES_MAX = 2 * MAIL_BYTES_MAX;
const CLIENTS_MAX = 100;
const RECIPIENTS_MAX = 10;
const CONNECTIONS_PER_MINUTE = 120;
const MAILS_PER_MINUTE = 300;
/** Recipients that do not exist, which one address may try in a minute. */
const UNKNOWN_PER_MINUTE = 60;
const SILENCE_MS_MAX = 60 * SECOND_MS;
const MAIL_MS_MAX = 300 * SECOND_MS;
const CLOSE_MS_MAX = 5 * SECOND_MS;

/** Without a certificate of its own it offers no encryption: one that everybody has would be none. */
export type IntakeSettings = { port: number; domain: string; tls: InboundTls | null };

export type SmtpIntake = { port: number; close: () => Promise<void> };

const refusal = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });
const BUSY = () => refusal(421, "4.7.0 Too many at a time, try again later");
const UNKNOWN = () => refusal(550, "5.1.1 No such address");
const AWAY = () => refusal(451, "4.3.0 Not now, try again later");

/**
 * A small mail server for answers: takes mail to reply addresses of ours and to nothing else, so that it
 * can relay nothing. 250 is said once the answer is recorded; while the database is away the sender is
 * told to try again.
 */
export async function startSmtpIntake(
  ctx: Ctx,
  { port, domain, tls }: IntakeSettings,
): Promise<SmtpIntake> {
  const { appSecret } = ctx.config;
  const open = new Set<Promise<unknown>>();
  const server = new SMTPServer({
    name: domain,
    banner: "Followthrough",
    disabledCommands: ["AUTH", "VRFY", ...(tls ? [] : ["STARTTLS"])],
    ...tls,
    authOptional: true,
    disableReverseLookup: true,
    size: MAIL_BYTES_MAX,
    maxClients: CLIENTS_MAX,
    socketTimeout: SILENCE_MS_MAX,
    closeTimeout: CLOSE_MS_MAX,
    onConnect({ remoteAddress }, done) {
      isAllowed(`smtp:${remoteAddress}`, CONNECTIONS_PER_MINUTE).then(
        (yes) => done(yes ? null : BUSY()),
        () => done(BUSY()),
      );
    },
    onMailFrom(_address, { remoteAddress }, done) {
      isAllowed(`smtp-mail:${remoteAddress}`, MAILS_PER_MINUTE).then(
        (yes) => done(yes ? null : BUSY()),
        () => done(BUSY()),
      );
    },
    onRcptTo({ address }, { remoteAddress, envelope }, done) {
      if (envelope.rcptTo.length >= RECIPIENTS_MAX) return done(refusal(452, "4.5.3 Too many"));
      if (readReplyAddress(appSecret, address, domain)) return done();
      isAllowed(`smtp-unknown:${remoteAddress}`, UNKNOWN_PER_MINUTE).then(
        (yes) => done(yes ? UNKNOWN() : BUSY()),
        () => done(BUSY()),
      );
    },
    onData(stream, session, done) {
      const work = take(ctx, stream, session, () => hangUp(server, session))
        .then((refused) => done(refused))
        .finally(() => open.delete(work));
      open.add(work);
    },
  });
  server.on("error", (error: Error) => ctx.log.info({ err: error }, "inbound mail"));
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, () => {
      server.off("error", failed);
      ready();
    });
  });
  const address = server.server.address() as AddressInfo;
  ctx.log.info({ port: address.port, domain }, "inbound mail ready");
  return {
    port: address.port,
    close: async () => {
      await new Promise<void>((closed) => server.close(() => closed()));
      await Promise.all(open);
    },
  };
}

function hangUp(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of server.connections) if (connection.id === id) connection.close();
}

/** Takes one mail; null when it is recorded, else what its sender is told. */
async function take(
  ctx: Ctx,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  drop: () => void,
): Promise<Error | null> {
  const { mailFrom, rcptTo } = session.envelope;
  try {
    const raw = await readMail(stream, drop);
    if (raw === null) return refusal(552, "5.3.4 The mail is larger than 10 MB");
    const from = mailFrom === false ? "" : mailFrom.address;
    const to = rcptTo.map(({ address }) => address);
    const mail = await parseMail(raw, { from, to }).catch((error: unknown) => {
      ctx.log.info({ err: error }, "a mail that cannot be read");
      return null;
    });
    if (!mail) return refusal(554, "5.6.0 The mail cannot be read");
    // Each recipient is a message of its own.
    let known = 0;
    for (const one of to) {
      const { kind } = await receiveEmail(ctx, { ...mail, to: [one] });
      if (kind !== "unknown") known += 1;
    }
    return known === 0 ? UNKNOWN() : null;
  } catch (error) {
    ctx.log.warn({ err: error }, "a mail was not taken, its sender tries again");
    return AWAY();
  }
}

/**
 * The beginning of a mail, where its words are; null when it is too large. What is past the beginning is
 * counted and let go of, so that a large mail takes no room.
 */
async function readMail(stream: SMTPServerDataStream, drop: () => void): Promise<Buffer | null> {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let bytes = 0;
  const slow = setTimeout(drop, MAIL_MS_MAX);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (keptBytes < PARSED_BYTES_MAX) {
        const part = chunk.subarray(0, PARSED_BYTES_MAX - keptBytes);
        kept.push(part);
        keptBytes += part.length;
      }
      if (bytes > LINE_BYTES_MAX) drop();
    }
  } finally {
    clearTimeout(slow);
  }
  return bytes > MAIL_BYTES_MAX ? null : Buffer.concat(kept);
}
