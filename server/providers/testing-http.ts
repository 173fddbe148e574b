import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Behaviour, FakeServer } from "./testing";

export type PeerRequest = { path: string; headers: IncomingHttpHeaders; body: Buffer };
export type PeerAnswer = { status: number; body?: unknown; headers?: Record<string, string> };
type Read = { key: string; raw: string };

export type Peer = {
  /** What stands in a request; a refusal when it is not as the peer's documents want it. */
  read(request: PeerRequest): Read | { refused: PeerAnswer };
  /** The answer to a request that is about no message. */
  aside?(request: PeerRequest): PeerAnswer | null;
  accept(read: Read): PeerAnswer;
  refuse: PeerAnswer;
  outage: PeerAnswer;
  rateLimit: PeerAnswer;
};

export type FakePeer = FakeServer & {
  /** Requests that were not as the peer's documents want them; what it said of each. */
  refused: PeerAnswer[];
  /** Where requests came in. */
  paths: string[];
  /** What the next requests are answered, whatever stands in them. */
  answer(next: PeerAnswer): void;
};

/** An HTTP server that answers as a peer does. */
export async function fakePeer(peer: Peer): Promise<FakePeer> {
  let behaviour: Behaviour | PeerAnswer = "accept";
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const reply = ({ status, body = "", headers = {} }: PeerAnswer) => {
        const isText = typeof body === "string";
        const type = isText ? "text/plain" : "application/json";
        response.writeHead(status, { "content-type": type, ...headers });
        response.end(isText ? body : JSON.stringify(body));
      };
      const now = behaviour;
      const { url: path = "", headers } = request;
      const given = { path, headers, body: Buffer.concat(chunks) };
      const aside = peer.aside?.(given);
      if (aside) return reply(aside);
      fake.requests += 1;
      fake.paths.push(path);
      const read = peer.read(given);
      fake.received += 1;
      if ("refused" in read) {
        fake.refused.push(read.refused);
        return reply(read.refused);
      }
      if (typeof now === "object") return reply(now);
      if (now === "refuse") return reply(peer.refuse);
      if (now === "outage") return reply(peer.outage);
      if (now === "rate_limit") return reply(peer.rateLimit);
      fake.accepted.push({ ...read, headers });
      if (now === "drop") return request.socket.destroy();
      if (now === "hang") return;
      const accepted = peer.accept(read);
      reply(now === "nonsense" ? { ...accepted, body: "<html>" } : accepted);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const fake: FakePeer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted: [],
    refused: [],
    paths: [],
    requests: 0,
    received: 0,
    mismatched: [],
    behave: (next) => {
      behaviour = next;
    },
    answer: (next) => {
      behaviour = next;
    },
    hangUp: () => server.closeAllConnections(),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
  return fake;
}

export const RETRY_AFTER_S = 7;
export const retryAfter = { "retry-after": String(RETRY_AFTER_S) };
