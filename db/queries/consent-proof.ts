import { createHash } from "node:crypto";

/** The parts of an entry that its proof covers. */
export type ProvenEntry = {
  personId: string;
  id: string;
  channel: string;
  topic: string | null;
  granted: boolean;
  legalBasis: string;
  source: string;
  wording: unknown;
  at: Date;
  /** Of what erasing takes out. */
  digest: string;
};

type Personal = { address: string | null; actor: unknown; evidence: unknown };

/** JSON with the names of every object in order: PostgreSQL does not keep the order they came in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, of]) => of !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => `${JSON.stringify(name)}:${canonical(of)}`);
  return `{${fields.join(",")}}`;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** SHA-256, in hexadecimal, over what an entry says of its person, and a salt. */
export const personalDigest = (salt: string, { address, actor, evidence }: Personal): string =>
  sha256(canonical([salt, address, actor, evidence]));

/**
 * SHA-256, in hexadecimal, over the proof of the person's entry before it and this entry: a ledger
 * whose proofs follow from each other was not changed, shortened at its beginning, or reordered since.
 */
export function consentProof(previous: string, entry: ProvenEntry): string {
  const { personId, id, channel, topic, granted, legalBasis, source, wording, at, digest } = entry;
  const said = [personId, id, at.toISOString(), channel, topic, granted, legalBasis, source];
  return sha256(canonical([previous, ...said, wording, digest]));
}
