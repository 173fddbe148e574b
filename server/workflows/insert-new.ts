import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import { freeWorkflowKey } from "@/db/queries/workflow-files";
import { type NewDraft, tryInsertWorkflow } from "@/db/queries/workflow-writes";

/** The address of the page where workflows are made. */
const RESERVED = "new";

/** Inserts a workflow with its draft. Throws `conflict`, with a key that is free, for one that is taken. */
export async function insertNew(tx: Tx, row: NewDraft): Promise<void> {
  if (row.key !== RESERVED && (await tryInsertWorkflow(tx, row))) return;
  const free = await freeWorkflowKey(
    tx,
    row.workspaceId,
    row.key === RESERVED ? `${RESERVED}-1` : row.key,
  );
  const message = `This key is taken; ${free} is free.`;
  throw new AppError("conflict", message, { errors: [{ path: "key", message }] });
}
