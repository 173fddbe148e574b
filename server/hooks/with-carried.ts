import type { Tx } from "@/db/client";
import { listCarried, type MessageRef } from "@/db/queries/came-back";
import { lockCases } from "@/server/cases/apply-events";

/**
 * Records something about a message, and about all that left inside it: it arrived, or did not, with
 * it. `record` gives whether it was new; a repeat is one for all of them.
 */
export async function withCarried(
  tx: Tx,
  ref: MessageRef,
  record: (one: MessageRef) => Promise<boolean>,
): Promise<boolean> {
  const carried = await listCarried(tx, ref);
  if (!(await record(ref))) return false;
  for (const one of carried) await record(one);
  return true;
}

/** As `withCarried`, for what moves cases: all of them are locked first, in the order of everybody. */
export async function withCarriedCases(
  tx: Tx,
  ref: MessageRef,
  record: (one: MessageRef) => Promise<boolean>,
): Promise<boolean> {
  await lockCases(tx, [ref, ...(await listCarried(tx, ref))]);
  return withCarried(tx, ref, record);
}
