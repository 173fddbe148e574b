import type { Tx } from "@/db/client";
import { listCarried, type MessageRef } from "@/db/queries/came-back";

/**
 * Records something about a message, and about all that left inside it: it arrived, or did not, with
 * it. `record` gives whether it was new; a repeat is one for all of them.
 */
export async function withCarried(
  tx: Tx,
  ref: MessageRef,
  record: (one: MessageRef) => Promise<boolean>,
): Promise<boolean> {
  if (!(await record(ref))) return false;
  for (const carried of await listCarried(tx, ref)) await record(carried);
  return true;
}
