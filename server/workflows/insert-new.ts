import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import { freeWorkflowKey } from "@/db/queries/workflow-files";
import { type NewDraft, tryInsertWorkflow } from "@/db/queries/workflow-writes";

/** Addresses beside those of the workflows: the page where they are made, and their list as a file. */
const RESERVED: ReadonlySet<string> = new Set(["new", "export"]);

/** Whether a workflow of this key could not be reached in the console. */
export const isReserved = (key: string): boolean => RESERVED.has(key);

/** Inserts a workflow with its draft. Throws `conflict`, with a key that is free, for one that is taken. */
export async function insertNew(tx: Tx, row: NewDraft): Promise<void> {
  if (!isReserved(row.key) && (await tryInsertWorkflow(tx, row))) return;
  const free = await freeWorkflowKey(
    tx,
    row.workspaceId,
    isReserved(row.key) ? `${row.key}-1` : row.key,
  );
  const message = `This key is taken; ${free} is free.`;
  throw new AppError("conflict", message, { errors: [{ path: "key", message }] });
}
