import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { workspaces } from "@/db/schema/workspaces";
import { newId } from "@/server/new-id";
import { isReservedSlug } from "./slug";

export type NewWorkspace = {
  slug: string;
  name: string;
  kind: "live" | "sandbox";
  /** IANA name. */
  timeZone: string;
};

/** Inserts a workspace; refuses (`conflict`) a slug that is taken or reserved for our own addresses. */
export async function createWorkspace(tx: Db, input: NewWorkspace): Promise<WorkspaceId> {
  if (isReservedSlug(input.slug)) throw new AppError("conflict", "This address is reserved.");
  const rows = await tx
    .insert(workspaces)
    .values({ id: newId() as WorkspaceId, ...input })
    .onConflictDoNothing()
    .returning({ id: workspaces.id });
  const row = rows[0];
  if (!row) throw new AppError("conflict", "Another workspace has this address already.");
  return row.id;
}
