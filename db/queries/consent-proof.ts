import { createHash } from "node:crypto";

/** The parts of an entry that its proof covers. */
export type ProvenEntry = {
  personId: string;
  id: string;
  channel: string;
  topic: string | null;
  granted: boolean;
  legalBasis: string;
  address: string | null;
  source: string;
  wording: unknown;
  actor: unknown;
  evidence: unknown;
  at: Date;
};

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

/**
 * SHA-256, in hexadecimal, over the proof of the person's entry before it and this entry: a ledger
 * whose proofs follow from each other was not changed, shortened at its beginning, or reordered since.
 */
export function consentProof(previous: string, entry: ProvenEntry): string {
  const { personId, id, channel, topic, granted, legalBasis, address, source } = entry;
  const { wording, actor, evidence, at } = entry;
  const said = [
    previous,
    ...[personId, id, at.toISOString(), channel, topic, granted, legalBasis, address, source],
    ...[wording, actor, evidence],
  ];
  return createHash("sha256").update(canonical(said)).digest("hex");
}
