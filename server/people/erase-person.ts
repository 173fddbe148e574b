import { sql } from "drizzle-orm";
import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { personGone } from "@/db/queries/inbox-word";
import { erasePerson as erase } from "@/db/queries/people";
import { eraseDeliveriesOf } from "@/db/queries/webhook-deliveries";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

/** A deadlock with somebody who holds a message of theirs is rare, and over at the second try. */
const TRIES = 3;

/**
 * Removes a person's name, addresses, attributes, choices and the words of their messages for good.
 * Their cases stay, without a reader: nothing more is sent. Throws `not_found`.
 */
export async function erasePerson(
  ctx: Ctx,
  who: { workspaceId: WorkspaceId; actor: Actor },
  personId: string,
): Promise<void> {
  const { workspaceId, actor } = who;
  const work = async (tx: Tx) => {
    await holdCasesOf(tx, workspaceId, personId);
    if (!(await erase(tx, workspaceId, personId))) {
      throw new AppError("not_found", "There is no such person.");
    }
    personGone(tx, workspaceId, personId);
    await eraseDeliveriesOf(tx, workspaceId, personId);
    await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, "person");
    const action = "person.erased";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: personId });
  };
  await inTransaction(ctx.db, work, { tries: TRIES });
}

/** The cases before the people and messages of them, as everywhere: who presses a button holds its case first. */
const holdCasesOf = (tx: Tx, workspaceId: WorkspaceId, personId: string) =>
  tx.execute(sql`
    select 1 from cases where workspace_id = ${workspaceId} and (person_id = ${personId} or id in
      (select case_id from messages where workspace_id = ${workspaceId} and person_id = ${personId}))
    order by id for update`);
