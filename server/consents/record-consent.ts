import type { ConsentInput } from "@/core/contracts/consents";
import { AppError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { type ConsentRow, insertConsent } from "@/db/queries/consents";
import { findKeyed } from "@/db/queries/keyed";
import { lockPerson } from "@/db/queries/people-writes";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

/** A deadlock with a report about the same person is rare, and over at the second try. */
const TRIES = 3;

/**
 * Writes down what a person agreed to or withdrew; the newest word holds from the next message on. Gives
 * the entry. Throws `not_found`, and `invalid` for a topic that does not exist.
 */
export async function recordConsent(
  ctx: Ctx,
  who: Who,
  personId: string,
  input: ConsentInput,
): Promise<ConsentRow> {
  const { workspaceId, actor } = who;
  const { topic, channel, granted, source } = input;
  if (topic !== null && !(await findKeyed(ctx.db, workspaceId, "topics", topic))) {
    const message = `there is no topic ${topic}`;
    throw new AppError("invalid", message, { errors: [{ path: "topic", message }] });
  }
  const work = async (tx: Tx): Promise<ConsentRow> => {
    if (!(await lockPerson(tx, workspaceId, personId))) {
      throw new AppError("not_found", "There is no such person.");
    }
    const entry = { ...input, personId, id: newId(), actor };
    const written = await insertConsent(tx, workspaceId, entry);
    await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, "person");
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: granted ? "consent.granted" : "consent.withdrawn",
      target: personId,
      detail: { channel, topic, source },
    });
    return written;
  };
  return inTransaction(ctx.db, work, { tries: TRIES });
}
