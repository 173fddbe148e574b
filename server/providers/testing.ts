import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { httpServer } from "@/server/testing/http-server";
import { retryAfter } from "./testing-http";

/** How a server takes the next message. `hang` accepts it and never answers; `drop` cuts the line instead. */
export type Behaviour =
  | "accept"
  | "refuse"
  | "outage"
  | "rate_limit"
  | "hang"
  | "drop"
  | "nonsense";

export type FakeServer = {
  url: string;
  /** What was accepted, in order; `key` is what it was asked under. */
  accepted: { key: string; raw: string; headers: IncomingHttpHeaders }[];
  requests: number;
  /** Whole messages that were read, whatever became of them. */
  received: number;
  /** Keys that were asked again with another body: a repeat must be the very same. */
  mismatched: string[];
  behave(next: Behaviour): void;
  /** Cuts every line, those that hang among them. */
  hangUp(): void;
  close(): Promise<void>;
};

/** An address of this domain makes Resend refuse what it stands in, and a batch as a whole. */
export const REFUSED_DOMAIN = "refused.example";

/**
 * An HTTP server that answers as Resend does, idempotency keys and strict batches and all. What is
 * accepted in a batch stands in `accepted` one by one, `key` being that of the call.
 */
export async function fakeResend(options: { delayMs?: number } = {}): Promise<FakeServer> {
  const { delayMs = 0 } = options;
  let behaviour: Behaviour = "accept";
  const byKey = new Map<string, string>();
  const server = await httpServer(({ headers: given, body }, response) => {
    const raw = body.toString();
    const key = String(given["idempotency-key"] ?? "");
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      const write = () =>
        response
          .writeHead(status, { "content-type": "application/json", ...headers })
          .end(typeof body === "string" ? body : JSON.stringify(body));
      if (delayMs > 0) setTimeout(write, delayMs);
      else write();
    };
    const fail = (statusCode: number, name: string, headers?: Record<string, string>) =>
      answer(statusCode, { statusCode, name, message: `It says ${name}` }, headers);
    const now = behaviour;
    fake.requests += 1;
    fake.received += 1;
    if (now === "refuse") return fail(422, "validation_error");
    if (now === "outage") return fail(503, "internal_server_error");
    if (now === "rate_limit") {
      return fail(429, "rate_limit_exceeded", retryAfter);
    }
    if (now === "nonsense") return answer(200, "<html>");
    const sent: unknown = JSON.parse(raw);
    const emails: unknown[] = Array.isArray(sent) ? sent : [sent];
    if (emails.length > 100) return fail(422, "validation_error");
    if (emails.some((email) => JSON.stringify(email).includes(`@${REFUSED_DOMAIN}"`))) {
      return fail(422, "validation_error");
    }
    const known = byKey.get(key);
    if (known !== undefined && known !== raw) {
      fake.mismatched.push(key);
      return fail(409, "invalid_idempotent_request");
    }
    if (known === undefined) {
      byKey.set(key, raw);
      for (const email of emails) {
        fake.accepted.push({ key, raw: JSON.stringify(email), headers: given });
      }
    }
    if (now === "drop") return response.req.socket.destroy();
    if (now === "hang") return;
    if (!Array.isArray(sent)) return answer(200, { id: `re_${key}` });
    answer(200, { data: emails.map((_, index) => ({ id: `re_${key}_${index}` })) });
  });
  const fake: FakeServer = {
    ...server,
    accepted: [],
    requests: 0,
    received: 0,
    mismatched: [],
    behave: (next) => {
      behaviour = next;
    },
  };
  return fake;
}

export type FakeSmtp = FakeServer & {
  /** What was accepted, to the byte, and its envelope. */
  mails: { from: string; to: string[]; bytes: Buffer }[];
};

/** A real SMTP server that keeps what it gets. */
export async function fakeSmtp(): Promise<FakeSmtp> {
  let behaviour: Behaviour = "accept";
  let current: Behaviour = "accept";
  const refusal = (responseCode: number, text: string) =>
    Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 100,
    onRcptTo(_address, _session, done) {
      current = behaviour;
      fake.requests += 1;
      if (current === "refuse") return done(refusal(550, "No such mailbox"));
      if (current === "outage") return done(refusal(451, "Try again later"));
      if (current === "rate_limit") return done(refusal(421, "Too many messages"));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        fake.received += 1;
        const bytes = Buffer.concat(chunks);
        const raw = bytes.toString();
        const key = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? "";
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        fake.accepted.push({ key, raw, headers: { to: to[0] } });
        fake.mails.push({ from: mailFrom === false ? "" : mailFrom.address, to, bytes });
        if (current === "hang" || current === "nonsense") return;
        if (current === "drop") {
          return fake.hangUp();
        }
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  const fake: FakeSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    accepted: [],
    mails: [],
    requests: 0,
    received: 0,
    mismatched: [],
    behave: (next) => {
      behaviour = next;
    },
    hangUp: () => {
      for (const connection of server.connections) connection.close();
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
  server.on("error", () => {});
  return fake;
}

const OWN_ID = /"Message-ID":"<([0-9a-f-]{36})@/;

/** The messages that were accepted, one by one or in batches, in order; twice what was accepted twice. */
export const acceptedIds = ({ accepted }: Pick<FakeServer, "accepted">): string[] =>
  accepted.map(({ raw }) => OWN_ID.exec(raw)?.[1] ?? raw);
