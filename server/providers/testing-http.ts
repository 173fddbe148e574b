import { type Asked, httpServer } from "@/server/testing/http-server";
import type { Behaviour, FakeServer } from "./testing";

export type PeerAnswer = { status: number; body?: unknown; headers?: Record<string, string> };
type Read = { key: string; raw: string };

export type Peer = {
  /** What stands in a request; a refusal when it is not as the peer's documents want it. */
  read(request: Asked): Read | { refused: PeerAnswer };
  /** The answer to a request that is about no message. */
  aside?(request: Asked): PeerAnswer | null;
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
  const server = await httpServer((asked, response) => {
    const reply = ({ status, body = "", headers = {} }: PeerAnswer) => {
      const isText = typeof body === "string";
      const type = isText ? "text/plain" : "application/json";
      response.writeHead(status, { "content-type": type, ...headers });
      response.end(isText ? body : JSON.stringify(body));
    };
    const now = behaviour;
    const aside = peer.aside?.(asked);
    if (aside) return reply(aside);
    fake.requests += 1;
    fake.paths.push(asked.path);
    const read = peer.read(asked);
    fake.received += 1;
    if ("refused" in read) {
      fake.refused.push(read.refused);
      return reply(read.refused);
    }
    if (typeof now === "object") return reply(now);
    if (now === "refuse") return reply(peer.refuse);
    if (now === "outage") return reply(peer.outage);
    if (now === "rate_limit") return reply(peer.rateLimit);
    fake.accepted.push({ ...read, headers: asked.headers });
    if (now === "drop") return response.req.socket.destroy();
    if (now === "hang") return;
    const accepted = peer.accept(read);
    reply(now === "nonsense" ? { ...accepted, body: "<html>" } : accepted);
  });
  const fake: FakePeer = {
    ...server,
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
  };
  return fake;
}

const RETRY_AFTER_S = 7;
export const retryAfter = { "retry-after": String(RETRY_AFTER_S) };
