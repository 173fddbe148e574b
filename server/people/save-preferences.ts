import type { Actor } from "@/core/case/state";
import type { Preferences, PreferencesInput } from "@/core/contracts/people";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { listChoices } from "@/db/queries/people";
import { type Choice, lockPerson, replaceChoices, writeSettings } from "@/db/queries/people-writes";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { tell } from "@/server/webhooks/tell";
import { preferencesTag, readPreferences } from "./preferences";

const noPerson = () => new AppError("not_found", "There is no such person.");

/**
 * Replaces a person's preferences; their cases are planned again at once.
 *
 * Throws `not_found`, `invalid` for a topic the workspace does not have, and `precondition_failed`
 * when `ifMatch` is not the tag of what is stored.
 */
export async function savePreferences(
  ctx: Ctx,
  who: { workspaceId: WorkspaceId; actor: Actor },
  personId: string,
  input: PreferencesInput,
  options: { ifMatch?: string | undefined } = {},
): Promise<Preferences> {
  const { workspaceId, actor } = who;
  return inTransaction(ctx.db, async (tx) => {
    if (!(await lockPerson(tx, workspaceId, personId))) throw noPerson();
    const before = await readPreferences(tx, workspaceId, personId);
    if (!before) throw noPerson();
    if (options.ifMatch !== undefined && options.ifMatch !== preferencesTag(before)) {
      throw new AppError(
        "precondition_failed",
        "The preferences have changed since you read them.",
      );
    }
    const known = new Set((await listChoices(tx, workspaceId, personId)).map((c) => c.topic));
    refuseUnknown(Object.keys(input.topics), known);
    // These two are the person's own, not a choice about messages: a caller who leaves them out means to keep them.
    const { timeZone = before.timeZone, locale = before.locale } = input;
    // None are no choice: the window of SMS holds until somebody sets hours of their own.
    const quietHours = input.quietHours.length === 0 ? null : input.quietHours;
    const pausedUntil = input.pausedUntil === null ? null : new Date(input.pausedUntil);
    const { preferredChannel } = input;
    const settings = { timeZone, locale, quietHours, pausedUntil, preferredChannel };
    await writeSettings(tx, workspaceId, personId, settings);
    await replaceChoices(tx, workspaceId, personId, choicesOf(input));
    await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, "preferences");
    const action = "preferences.saved";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: personId });
    const after = await readPreferences(tx, workspaceId, personId);
    if (!after) throw noPerson();
    tell(tx, workspaceId, { type: "preference.updated", personId });
    return after;
  });
}

function refuseUnknown(named: string[], known: ReadonlySet<string>): void {
  const errors = named
    .filter((topic) => !known.has(topic))
    .map((topic) => ({ path: `topics.${topic}`, message: "there is no such topic" }));
  if (errors.length > 0) throw new AppError("invalid", "Some topics do not exist.", { errors });
}

const choicesOf = (input: PreferencesInput): Choice[] =>
  Object.entries(input.topics).map(([topic, { channels, frequency, digestAt }]) => ({
    topic,
    channels: Object.fromEntries(
      Object.entries(channels).filter(([, allowed]) => allowed !== undefined),
    ),
    frequency,
    digestAt,
  }));
