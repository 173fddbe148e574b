import type { AuditAction } from "@/core/audit/audit-action";
import type { Actor } from "@/core/case/state";
import type { PreferenceChange } from "@/core/contracts/preference-change";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findPerson, type PersonRow } from "@/db/queries/people";
import { lockPerson, writeSettings } from "@/db/queries/people-writes";
import { findWorkspace } from "@/db/queries/workspaces";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { lockSubjects } from "@/server/events/subject-locks";
import { newId } from "@/server/new-id";
import { CHANGE_TRIES, type Change, keepConsents } from "@/server/public/topic-choices";
import { tell } from "@/server/webhooks/tell";
import { nowOf } from "../clock/clock";
import { type NewSettings, newSettings, undoOfSettings } from "./new-settings";
import { isOfTopics, writeTopicChange } from "./topic-changes";

/** Where a person changes what they get. */
export type PreferenceReader = {
  workspaceId: WorkspaceId;
  personId: string;
  source: "preference_page" | "unsubscribe_page" | "inbox";
  /** The message that led there, kept as proof. */
  messageId?: string | undefined;
  /** What else is kept as proof. */
  witness?: Readonly<Record<string, string>>;
};

export type PreferenceChanged = {
  /** Puts back what was before; null: nothing was different, so nothing was changed. */
  undo: PreferenceChange | null;
  /** The channels of topics that this switched on or off. */
  switched: Change[];
};

/** What a change did, before it is told to anybody. */
type Done = PreferenceChanged & {
  action: AuditAction;
  detail: Record<string, unknown>;
  what: string;
};

/**
 * One change that a person makes about what they get, from now on: what they chose, the ledger of
 * consents where something is switched, audit, and every case and message it bears on, in one
 * transaction.
 *
 * Throws `not_found` for nobody, and `invalid` for a topic that does not exist or is required, a
 * pause that does not lie ahead, and hours that leave no moment to write.
 */
export const changePersonPreference = (
  ctx: Ctx,
  reader: PreferenceReader,
  change: PreferenceChange,
): Promise<PreferenceChanged> =>
  inTransaction(ctx.db, (tx) => changeIn(ctx, tx, reader, change), { tries: CHANGE_TRIES });

async function changeIn(
  ctx: Ctx,
  tx: Tx,
  reader: PreferenceReader,
  change: PreferenceChange,
): Promise<PreferenceChanged> {
  const { workspaceId, personId, source, messageId, witness = {} } = reader;
  await lockSubjects(tx, workspaceId, [`preferences/${personId}`]);
  const isThere = await lockPerson(tx, workspaceId, personId);
  const person = isThere && (await findPerson(tx, workspaceId, personId));
  if (!person) throw new AppError("not_found", "There is no such person.");
  const done = isOfTopics(change)
    ? await changedTopics(tx, workspaceId, person, change)
    : await changedSettings(tx, workspaceId, person, change);
  if (done === null) return { undo: null, switched: [] };
  const { undo, switched, action, detail, what } = done;
  const actor: Actor = { kind: "person", id: personId, name: person.name };
  const message = messageId === undefined ? null : { id: messageId };
  const chooser = { workspaceId, person, locale: person.locale ?? "", message };
  await keepConsents(tx, chooser, source, switched, witness);
  const line = { id: newId(), actor, action, target: personId, detail: { source, ...detail } };
  await audit(tx, workspaceId, line);
  tell(tx, workspaceId, { type: "preference.updated", personId });
  await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, what);
  return { undo, switched };
}

async function changedTopics(
  tx: Tx,
  workspaceId: WorkspaceId,
  person: PersonRow,
  change: Parameters<typeof writeTopicChange>[3],
): Promise<Done | null> {
  const written = await writeTopicChange(tx, workspaceId, person, change);
  if (Object.keys(written.before).length === 0) return null;
  const changes = written.switched.map(({ topic, channel, on }) => ({
    topic: topic.key,
    channel,
    on,
  }));
  const topics = Object.entries(written.after).map(([topic, setting]) => ({
    topic,
    frequency: setting?.frequency ?? null,
  }));
  // A word that was taken back is said anew, not forgotten.
  const agreed = written.switched.find(({ topic, channel, on }) => {
    return channel === "sms" && on && topic.smsRefused === "all";
  });
  return {
    undo: agreed
      ? { topic: agreed.topic.key, channel: "sms", on: false }
      : { topics: written.before },
    switched: written.switched,
    action: "preferences.saved",
    detail: { ...(changes.length > 0 ? { changes } : { topics }) },
    what: "preferences",
  };
}

async function changedSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  person: PersonRow,
  change: NewSettings,
): Promise<Done | null> {
  const [workspace, now] = await Promise.all([
    findWorkspace(tx, workspaceId),
    nowOf(tx, workspaceId),
  ]);
  const settings = newSettings(change, person, workspace?.timeZone ?? "UTC", now);
  const undo = undoOfSettings(change, person, now);
  if (JSON.stringify(undo) === JSON.stringify(change)) return null;
  const { timeZone, locale, pausedUntil, quietHours, preferredChannel } = person;
  const before = { timeZone, locale, pausedUntil, quietHours, preferredChannel };
  await writeSettings(tx, workspaceId, person.id, { ...before, ...settings });
  return { undo, switched: [], ...toldOf(change) };
}

function toldOf(change: NewSettings): Pick<Done, "action" | "detail" | "what"> {
  if (!("pausedUntil" in change)) {
    const what = "timeZone" in change ? "zone" : "preferences";
    return { action: "preferences.saved", detail: change, what };
  }
  const { pausedUntil } = change;
  if (pausedUntil === null) return { action: "person.unpaused", detail: {}, what: "person" };
  return { action: "person.paused", detail: { until: pausedUntil }, what: "person" };
}
