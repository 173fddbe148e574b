import { parseTags } from "./tags";

export type Dmarc = { ok: true; policy: DmarcPolicy; reports: boolean } | { ok: false };
export type DmarcPolicy = "none" | "quarantine" | "reject";

const POLICIES: readonly string[] = ["none", "quarantine", "reject"] satisfies DmarcPolicy[];
const isPolicy = (text: string | undefined): text is DmarcPolicy =>
  text !== undefined && POLICIES.includes(text);

export const isDmarc = (text: string): boolean => /^v=DMARC1\s*(;|$)/.test(text);

/** Reads a record (RFC 7489, 6.3); `isOwn` when it stands at the domain itself, not above it. */
export function parseDmarc(text: string, isOwn: boolean): Dmarc {
  const tags = parseTags(text);
  const own = tags?.get("p")?.toLowerCase();
  const below = tags?.get("sp")?.toLowerCase();
  const policy = isOwn ? own : (below ?? own);
  if (!isPolicy(own) || !isPolicy(policy)) return { ok: false };
  return { ok: true, policy, reports: (tags?.get("rua") ?? "") !== "" };
}

/** A walk up from a name with more labels goes on with this many, so that it stays short. */
const LABELS_MAX = 7;

/**
 * Where a domain's policy may stand, the nearest first: the domain itself, then up to the last name
 * of two labels. The walk of DMARCbis, which needs no list of public suffixes.
 */
export function dmarcNames(domain: string): string[] {
  const labels = domain.split(".");
  const above = labels.slice(1).slice(-LABELS_MAX);
  const names = [domain];
  for (let at = 0; at + 2 <= above.length; at += 1) names.push(above.slice(at).join("."));
  return names.map((name) => `_dmarc.${name}`);
}
