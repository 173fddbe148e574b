import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { declineErasureRequest, insertErasureRequest } from "@/db/queries/erasure-requests";
import { findPerson } from "@/db/queries/people";
import { lockPerson } from "@/db/queries/people-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

/**
 * A person asks to be erased; an operator decides, by `erasePerson` or `declineErasure`. Asked again
 * while nobody has answered it stays the one request. Throws `not_found`.
 */
export async function askErasure(
  ctx: Ctx,
  { workspaceId, personId }: { workspaceId: WorkspaceId; personId: string },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const isThere = await lockPerson(tx, workspaceId, personId);
    const person = isThere && (await findPerson(tx, workspaceId, personId));
    if (!person) throw new AppError("not_found", "There is no such person.");
    if (!(await insertErasureRequest(tx, workspaceId, personId))) return;
    const actor: Actor = { kind: "person", id: personId, name: person.name };
    const action = "person.erasure_asked";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: personId });
  });
}

/** Answers a person's request to be erased with no. Throws `not_found` when none waits. */
export async function declineErasure(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  personId: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const by = actor.kind === "operator" ? actor.id : actor.kind;
    if (!(await declineErasureRequest(tx, workspaceId, personId, by))) {
      throw new AppError("not_found", "No request of this person waits for an answer.");
    }
    const action = "person.erasure_declined";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: personId });
  });
}
