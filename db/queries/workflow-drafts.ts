import { and, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import type { Db, Tx } from "@/db/client";
import { workflows } from "@/db/schema/workflows";

const place = (workspaceId: WorkspaceId, key: string) =>
  and(eq(workflows.workspaceId, workspaceId), eq(workflows.key, key));

/** Who writes a draft at this moment, by the database's clock. */
export async function writerOf(db: Db | Tx, workspaceId: WorkspaceId, key: string) {
  const rows = await db
    .select({
      revision: workflows.revision,
      liveVersion: workflows.liveVersion,
      hasDraft: sql<boolean>`${workflows.draft} is not null`,
      writerId: sql<
        string | null
      >`case when ${workflows.writerUntil} > clock_timestamp() then ${workflows.writerId} end`,
    })
    .from(workflows)
    .where(place(workspaceId, key));
  return rows[0];
}

/** Stores a draft and the contents it keeps; with null there is no draft, and contents may wait without one. */
export async function setDraft(
  tx: Tx,
  row: {
    workspaceId: WorkspaceId;
    key: string;
    name: string;
    draft: Definition | null;
    contents: DraftTemplates;
  },
): Promise<void> {
  const { workspaceId, key, name, draft, contents } = row;
  await tx
    .update(workflows)
    .set({
      name,
      draft,
      draftTemplates: contents,
      revision: sql`${workflows.revision} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(place(workspaceId, key));
}

export async function holdDraft(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  writerId: string,
  forMs: number,
): Promise<void> {
  const writerUntil = sql`clock_timestamp() + make_interval(secs => ${forMs / 1_000})`;
  await tx.update(workflows).set({ writerId, writerUntil }).where(place(workspaceId, key));
}

export async function letGoOfDraft(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  writerId: string,
): Promise<void> {
  await tx
    .update(workflows)
    .set({ writerId: null, writerUntil: null })
    .where(and(place(workspaceId, key), eq(workflows.writerId, writerId)));
}
