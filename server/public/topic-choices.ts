import { and, asc, eq, sql } from "drizzle-orm";
import type { Actor } from "@/core/case/state";
import { TopicSetting } from "@/core/contracts/preference-change";
import { isChannelOn } from "@/core/delivery/channel-on";
import { SWITCHED, type Switched } from "@/core/delivery/switched";
import type { Db, Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { insertConsents, listWords } from "@/db/queries/consents";
import { preferences } from "@/db/schema/people";
import { topics } from "@/db/schema/workflows";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { lockSubjects } from "@/server/events/subject-locks";
import { newId } from "@/server/new-id";
import { tell } from "@/server/webhooks/tell";
import type { Link } from "./link";

/** A deadlock with a report about the same person is rare, and over at the second try. */
export const CHANGE_TRIES = 3;
/** Topics a page shows. */
export const TOPICS_MAX = 200;

export type TopicChoice = {
  key: string;
  name: string;
  description: string | null;
  required: boolean;
  /** What comes now, by the person's choice or the topic's defaults, and by what they agreed to. */
  on: Record<Switched, boolean>;
  /** Their newest word about SMS is no: to all of it, such as STOP, or to this topic. */
  smsRefused: "all" | "topic" | null;
  /** Everything of the topic was switched off at once. */
  isOff: boolean;
  defaultChannels: readonly string[];
  /** As it is kept; null where the person chose nothing. */
  setting: TopicSetting | null;
  chosenAt: Date | null;
};

/** Who chooses, and the message that led there; a `Link` is one. */
export type Chooser = Pick<Link, "workspaceId" | "locale"> & {
  person: Pick<Link["person"], "id" | "name">;
  message: Pick<Link["message"], "id"> | null;
};

/** Every topic of the workspace with what this person gets of it. */
export async function readTopicChoices(
  db: Db | Tx,
  reader: Pick<Chooser, "workspaceId" | "person">,
): Promise<TopicChoice[]> {
  const rows = await db
    .select({
      key: topics.key,
      name: topics.name,
      description: topics.description,
      required: topics.required,
      defaultChannels: topics.defaultChannels,
      channels: preferences.channels,
      frequency: preferences.frequency,
      digestAt: preferences.digestAt,
      chosenAt: preferences.updatedAt,
    })
    .from(topics)
    .leftJoin(
      preferences,
      and(
        eq(preferences.workspaceId, topics.workspaceId),
        eq(preferences.topic, topics.key),
        eq(preferences.personId, reader.person.id),
      ),
    )
    .where(eq(topics.workspaceId, reader.workspaceId))
    .orderBy(asc(topics.name), asc(topics.key))
    .limit(TOPICS_MAX);
  const said = await listWords(db, reader.workspaceId, reader.person.id, "sms");
  return rows.map(({ channels, frequency, digestAt, ...topic }) => {
    const setting =
      frequency === null ? null : TopicSetting.parse({ channels, frequency, digestAt });
    const isOff = setting?.frequency === "off" && !topic.required;
    const last = said.find((word) => word.topic === null || word.topic === topic.key);
    const smsRefused = !last || last.granted ? null : last.topic === null ? "all" : "topic";
    const on = channelsOn(topic, setting);
    return { ...topic, setting, isOff, smsRefused, on: { ...on, sms: on.sms && !smsRefused } };
  });
}

/** Which channels are on under a setting. */
export function channelsOn(
  topic: Pick<TopicChoice, "required" | "defaultChannels">,
  setting: TopicSetting | null,
): Record<Switched, boolean> {
  const isOff = setting?.frequency === "off" && !topic.required;
  const chosen = topic.required ? null : setting?.channels;
  const isOn = (channel: Switched) => !isOff && isChannelOn(topic, chosen, channel);
  return {
    email: isOn("email"),
    sms: isOn("sms"),
    push: isOn("push"),
    in_app: isOn("in_app"),
  };
}

/** `isBack`: what they never chose holds again; a no was taken back, nothing was agreed to. */
export type Change = { topic: TopicChoice; channel: Switched; on: boolean; isBack?: boolean };

/** Where a change was made: kept as the proof of consent. */
export type ChangeSource =
  | "one_click"
  | "unsubscribe_page"
  | "preference_page"
  | "inbox"
  | "complaint"
  | "reply";

/**
 * Switches topics on and off for the reader, from now on: preference, ledger of consents, audit, and
 * every case and message it bears on, in one transaction. `choose` gets what holds under the lock;
 * changes that change nothing are left out, and so are required topics. `witness` is kept as proof.
 */
export async function changeTopics(
  ctx: Ctx,
  tx: Tx,
  link: Chooser,
  source: ChangeSource,
  choose: (choices: TopicChoice[]) => Change[],
  witness: Readonly<Record<string, string>> = {},
): Promise<Change[]> {
  const { workspaceId, person } = link;
  await lockSubjects(tx, workspaceId, [`preferences/${person.id}`]);
  const changes = choose(await readTopicChoices(tx, link)).filter(
    ({ topic, channel, on }) => !topic.required && topic.on[channel] !== on,
  );
  if (changes.length === 0) return [];
  for (const [topic, ofTopic] of Map.groupBy(changes, ({ topic }) => topic)) {
    await writeChoice(tx, link, topic, ofTopic);
  }
  const actor: Actor = { kind: "person", id: person.id, name: person.name };
  await keepConsents(tx, link, source, changes, witness);
  await audit(tx, workspaceId, {
    id: newId(),
    actor,
    action: "preferences.saved",
    target: person.id,
    detail: {
      source,
      changes: changes.map(({ topic, channel, on }) => ({ topic: topic.key, channel, on })),
    },
  });
  tell(tx, workspaceId, { type: "preference.updated", personId: person.id });
  await factsChanged(ctx, tx, workspaceId, { personIds: [person.id] }, "preferences");
  return changes;
}

/** What the reader switched on and off, in the ledger of consents. */
export async function keepConsents(
  tx: Tx,
  { workspaceId, person, message, locale }: Chooser,
  source: ChangeSource,
  changes: readonly Change[],
  witness: Readonly<Record<string, string>>,
): Promise<void> {
  await insertConsents(
    tx,
    workspaceId,
    changes.map(({ topic, channel, on, isBack }) => ({
      personId: person.id,
      id: newId(),
      channel,
      topic: topic.key,
      granted: on,
      source,
      actor: { kind: "person", id: person.id, name: person.name },
      evidence: {
        ...(message && { messageId: message.id }),
        topicName: topic.name,
        locale,
        ...(isBack && { takenBack: true }),
        ...witness,
      },
    })),
  );
}

/** A topic that was off as a whole comes back with exactly what was switched on. */
async function writeChoice(
  tx: Tx,
  { workspaceId, person }: Chooser,
  topic: TopicChoice,
  changes: readonly Change[],
): Promise<void> {
  const changed = Object.fromEntries(changes.map(({ channel, on }) => [channel, on]));
  const base = topic.isOff ? Object.fromEntries(SWITCHED.map((channel) => [channel, false])) : {};
  const channels = JSON.stringify({ ...base, ...changed });
  await tx.execute(sql`
    insert into preferences (workspace_id, person_id, topic, channels, updated_at)
    values (${workspaceId}, ${person.id}, ${topic.key}, ${channels}::jsonb, clock_timestamp())
    on conflict (workspace_id, person_id, topic) do update set
      channels = preferences.channels || excluded.channels,
      frequency = case when preferences.frequency = 'off' then 'as_it_happens' else preferences.frequency end,
      updated_at = excluded.updated_at`);
}
