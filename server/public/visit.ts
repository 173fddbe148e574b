import { createHmac } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";

const AGENT_CHARS_MAX = 500;
const VISITOR_CHARS = 12;

/** One fetch of a pixel or a link, as far as it tells who fetched it. */
export type Visit = {
  method: string;
  userAgent: string;
  /** It asked for a part of the answer only. */
  ranged: boolean;
  /** Nobody had asked for the page yet. */
  prefetched: boolean;
  ip: string | null;
};

/** The address in front of us, as a proxy tells it; anyone may write there, so it only limits. */
export const addressOf = (request: Request): string | null =>
  request.headers.get("x-forwarded-for")?.split(",")[0]?.trim().slice(0, 64) || null;

export function visitOf(request: Request): Visit {
  const { headers, method } = request;
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? "";
  return {
    method,
    userAgent: (headers.get("user-agent") ?? "").slice(0, AGENT_CHARS_MAX),
    ranged: headers.has("range"),
    prefetched: /prefetch|preview/i.test(purpose),
    ip: addressOf(request),
  };
}

/** Tells visitors of one message apart; says nothing about them, and is another one at the next message. */
export function visitorOf(
  secret: string,
  { ip, userAgent }: Pick<Visit, "ip" | "userAgent">,
  messageId: string,
): string {
  const text = JSON.stringify(["visitor", messageId, ip, userAgent]);
  return createHmac("sha256", secret).update(text).digest("hex").slice(0, VISITOR_CHARS);
}

const WITNESS_AGENT_CHARS = 120;
const KEPT_OCTETS = 3;
const KEPT_GROUPS = 3;

/** What of a visit is kept as proof of a choice: the network, not the address, and the program. */
export const witnessOf = ({ ip, userAgent }: Visit): Record<string, string> => {
  const network = ip === null ? null : networkOf(ip);
  return {
    ...(network !== null && { network }),
    ...(userAgent !== "" && { agent: userAgent.slice(0, WITNESS_AGENT_CHARS) }),
  };
};

function networkOf(ip: string): string | null {
  if (isIPv4(ip)) return `${ip.split(".").slice(0, KEPT_OCTETS).join(".")}.0/24`;
  if (!isIPv6(ip)) return null;
  const groups = ip.split("::")[0]?.split(":").filter(Boolean) ?? [];
  return `${groups.slice(0, KEPT_GROUPS).join(":")}::/48`;
}
