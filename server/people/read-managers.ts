import type { Person } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { managerChain } from "@/db/queries/org";
import { findPeople } from "@/db/queries/people";
import { personShapes } from "./person-shape";

/** Whom a person reports to, all the way up, nearest first. */
export async function readManagers(
  db: Db,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<Person[]> {
  const ids = await managerChain(db, workspaceId, personId);
  return personShapes(db, workspaceId, await findPeople(db, workspaceId, ids));
}
