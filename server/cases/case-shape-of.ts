import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { CASE_COLUMNS, type CaseRow } from "./case-row";

const ONE = `select ${CASE_COLUMNS} from cases c where c.workspace_id = $1 and c.id = $2`;

/** A case in a few words, for the body of an outgoing request. */
export async function caseShapeOf(db: Db, workspaceId: WorkspaceId, caseId: string) {
  const [row] = (await db.$client.unsafe(ONE, [workspaceId, caseId])) as unknown as CaseRow[];
  if (!row) return null;
  const { id, number, key, subject, workflow, version, status, personId, priority, data } = row;
  return { id, number, key, subject, workflow, version, status, personId, priority, data };
}
