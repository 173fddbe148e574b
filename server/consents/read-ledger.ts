import type { Consent } from "@/core/contracts/consents";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { consentProof, personalDigest } from "@/db/queries/consent-proof";
import { type ConsentRow, listLedger } from "@/db/queries/consents";

const ENTRIES_MAX = 10_000;

export type Ledger = { data: Consent[]; intact: boolean };

/** What a person agreed to and withdrew, oldest first, and whether it is as it was written. */
export async function readLedger(
  db: Db,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<Ledger> {
  const rows = await listLedger(db, workspaceId, personId, ENTRIES_MAX);
  return { data: rows.map(consentShape), intact: isIntact(rows) };
}

/**
 * Entries from before there were proofs stand at the beginning, and prove nothing. Of those without a
 * salt the person was erased: what their digest was made of is gone.
 */
export function isIntact(rows: readonly ConsentRow[]): boolean {
  let previous = "";
  for (const row of rows) {
    if (row.proof === "" && previous === "") continue;
    const isWhole = row.salt === null || row.digest === personalDigest(row.salt, row);
    if (!isWhole || row.proof !== consentProof(previous, row)) return false;
    previous = row.proof;
  }
  return true;
}

export const consentShape = ({
  workspaceId: _,
  personId: __,
  at,
  ...row
}: ConsentRow): Consent => ({
  ...row,
  at: at.toISOString(),
});
