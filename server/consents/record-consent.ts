import type { ConsentInput } from "@/core/contracts/consents";
import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { insertConsent } from "@/db/queries/consents";
import { findKeyed } from "@/db/queries/keyed";
import { lockPerson } from "@/db/queries/people-writes";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

/**
 * Writes down what a person agreed to or withdrew; the newest word holds from the next message on. Gives
 * the entry's id. Throws `not_found`, and `invalid` for a topic that does not exist.
 */
export async function recordConsent(
  ctx: Ctx,
  who: Who,
  personId: string,
  input: ConsentInput,
): Promise<string> {
  const { workspaceId, actor } = who;
  const { topic, channel, granted, source } = input;
  if (topic !== null && !(await findKeyed(ctx.db, workspaceId, "topics", topic))) {
    const message = `there is no topic ${topic}`;
    throw new AppError("invalid", message, { errors: [{ path: "topic", message }] });
  }
  const id = newId();
  await inTransaction(ctx.db, async (tx) => {
    if (!(await lockPerson(tx, workspaceId, personId))) {
      throw new AppError("not_found", "There is no such person.");
    }
    await insertConsent(tx, workspaceId, { ...input, personId, id, actor });
    await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, "person");
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: granted ? "consent.granted" : "consent.withdrawn",
      target: personId,
      detail: { channel, topic, source },
    });
  });
  return id;
}
