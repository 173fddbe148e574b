import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import { SECOND_MS } from "@/core/time";
import { NotCalled } from "@/server/calls/safe-fetch";
import { blamed } from "./answer";
import { type Dkim, dkimOptions } from "./dkim";
import { type Delivery, type OutgoingOf, type Provider, reasonOf, sends } from "./provider";
import { publicSocket } from "./public-socket";

const CONNECTIONS_MAX = 5;
const MESSAGES_PER_CONNECTION_MAX = 200;
const CONNECT_MS_MAX = 10 * SECOND_MS;
const SILENCE_MS_MAX = 20 * SECOND_MS;
/** The server takes nothing from anybody for now (RFC 5321 §4.2.3). */
const CLOSING = 421;

type SmtpOptions = {
  url: string;
  whenUnknown: Provider["whenUnknown"];
  silenceMsMax?: number;
  /** Signs every email; null: the server does, or nobody. */
  dkim?: Dkim | null;
  /** Whether servers inside our own network are refused, whatever their name resolves to. */
  publicOnly?: boolean;
};

/**
 * Plain SMTP over a pool of connections. It knows no idempotency: when the line breaks after the
 * message itself went out (`maybeSent`), nobody knows whether it was accepted.
 */
export function createSmtp(options: SmtpOptions): Provider {
  const { url, whenUnknown, silenceMsMax, publicOnly = false, dkim = null } = options;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    maxMessages: MESSAGES_PER_CONNECTION_MAX,
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    socketTimeout: silenceMsMax ?? SILENCE_MS_MAX,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: dkimOptions(dkim) }),
    ...(publicOnly && { getSocket: publicSocket(CONNECT_MS_MAX) }),
  });
  // nodemailer's errors do not tell before DATA from after it, so the message's own stream does:
  // it starts to flow when the server has said it will take the message.
  const onTheLine = new Set<string>();
  transport.use("stream", (mail, done) => {
    const id = mail.data.messageId ?? "";
    mail.message.processFunc((input) => {
      const output = new PassThrough();
      output.once("resume", () => onTheLine.add(id));
      input.on("error", (error: Error) => output.destroy(error));
      return input.pipe(output);
    });
    done();
  });

  async function send(message: OutgoingOf<"email">): Promise<Delivery> {
    const { from, to, subject, html, text, messageId, headers: all, ...back } = message.compose();
    const { References: references, "In-Reply-To": inReplyTo, ...others } = all;
    // Prepared: folding would break the long addresses of List-Unsubscribe.
    const headers = Object.entries(others).map(([key, value]) => ({
      key,
      value: { prepared: true, value },
    }));
    const thread = { ...(references && { references }), ...(inReplyTo && { inReplyTo }) };
    try {
      const mail = {
        from,
        to: { name: "", address: to },
        subject,
        html,
        text,
        messageId,
        headers,
        ...thread,
        ...(back.replyTo !== undefined && { replyTo: back.replyTo }),
        ...(back.bounceTo !== undefined && { envelope: { from: back.bounceTo, to: [to] } }),
      };
      const accepted = await transport.sendMail(mail);
      return { ok: true, providerMessageId: accepted.messageId };
    } catch (error) {
      return refusal(error, onTheLine.has(messageId));
    } finally {
      onTheLine.delete(messageId);
    }
  }

  return {
    name: "smtp",
    channel: "email",
    idempotent: false,
    whenUnknown,
    concurrencyMax: CONNECTIONS_MAX,
    send: sends("email", send),
    close: async () => transport.close(),
  };
}

type SmtpError = { responseCode?: unknown; code?: unknown };

function refusal(error: unknown, wasOnTheLine: boolean): Delivery {
  const reason = reasonOf(error instanceof Error ? error.message : String(error));
  if (error instanceof NotCalled)
    return blamed({ ok: false, retry: true, reason, notCalled: true });
  const { responseCode, code }: SmtpError = typeof error === "object" && error ? error : {};
  if (typeof responseCode === "number") {
    // Credentials that are refused are our configuration, not the message: they may be put right.
    const isOurs = code === "EAUTH" && responseCode >= 500;
    const blame = isOurs ? "account" : responseCode === CLOSING ? "outage" : null;
    const retry = responseCode < 500 || isOurs;
    return { ok: false, retry, reason, ...(blame && { blame }) };
  }
  if (code === "EENVELOPE" || code === "EMESSAGE") return { ok: false, retry: false, reason };
  return blamed({ ok: false, retry: true, reason, ...(wasOnTheLine && { maybeSent: true }) });
}
