import type { PreferenceChange, TopicSetting } from "@/core/contracts/preference-change";
import { SWITCHED } from "@/core/delivery/switched";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { writeTopicSetting } from "@/db/queries/people-writes";
import {
  type Change,
  channelsOn,
  readTopicChoices,
  type TopicChoice,
} from "@/server/public/topic-choices";
import { type Ways, waysOf } from "./ways-of";

/** A change of what comes of topics. */
export type TopicChange = Extract<
  PreferenceChange,
  { topic: string } | { stop: unknown } | { topics: unknown }
>;

export const isOfTopics = (change: PreferenceChange): change is TopicChange =>
  "topic" in change || "stop" in change || "topics" in change;

type Settings = Record<string, TopicSetting | null>;

/** Only what is different is written. */
type Written = { before: Settings; after: Settings; switched: Change[] };

/** Writes what a person chose for topics, who is held meanwhile. Throws `invalid` for a topic that is required or unknown. */
export async function writeTopicChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  person: { id: string; name: string | null },
  change: TopicChange,
): Promise<Written> {
  const choices = await readTopicChoices(tx, { workspaceId, person });
  const ways = await waysOf(tx, workspaceId, person.id);
  const saysYes = "channel" in change && change.channel === "sms" && change.on;
  const written: Written = { before: {}, after: {}, switched: [] };
  for (const [topic, setting] of wanted(choices, change, ways)) {
    const agrees = topic.smsRefused !== null && saysYes;
    if (same(topic.setting, setting) && !agrees) continue;
    written.before[topic.key] = topic.setting;
    written.after[topic.key] = setting;
    const on = channelsOn(topic, setting);
    if (!saysYes && staysRefused(topic)) on.sms = false;
    for (const channel of SWITCHED) {
      if (on[channel] !== topic.on[channel]) {
        const isBack = "topics" in change && on[channel] && setting?.channels[channel] !== true;
        written.switched.push({ topic, channel, on: on[channel], isBack });
      }
    }
    await writeTopicSetting(tx, workspaceId, person.id, topic.key, setting);
  }
  return written;
}

/** A no to all SMS is taken back only in so many words; one to a topic also with the topic. */
const staysRefused = (topic: TopicChoice): boolean =>
  topic.smsRefused === "all" ||
  (topic.smsRefused === "topic" && channelsOn(topic, topic.setting).sms);

type Wanted = [TopicChoice, TopicSetting | null];

function wanted(choices: readonly TopicChoice[], change: TopicChange, ways: Ways): Wanted[] {
  const optional = choices.filter(({ required }) => !required);
  if ("stop" in change) {
    return optional.map((topic) => [topic, { ...settingOf(topic), frequency: "off" }]);
  }
  if ("topics" in change) {
    // What became required or was deleted since has nothing to go back to.
    return optional.flatMap((topic): Wanted[] => {
      const setting = change.topics[topic.key];
      return setting === undefined ? [] : [[topic, setting]];
    });
  }
  const topic = choices.find(({ key }) => key === change.topic);
  if (!topic) throw invalid("there is no such topic", "This topic does not exist.");
  if (topic.required) throw invalid("is required", "This topic is required.");
  if ("channel" in change) {
    const { channel, on } = change;
    return topic.on[channel] === on ? [] : [[topic, switched(topic, channel, on)]];
  }
  const { frequency } = change;
  const digestAt = "digestAt" in change ? change.digestAt : settingOf(topic).digestAt;
  return [[topic, { ...comingBack(topic, frequency, ways), frequency, digestAt }]];
}

const invalid = (message: string, text: string): AppError =>
  new AppError("invalid", text, { errors: [{ path: "topic", message }] });

const NONE: TopicSetting = { channels: {}, frequency: "as_it_happens", digestAt: null };
const settingOf = ({ setting }: TopicChoice): TopicSetting => setting ?? NONE;

/** A topic that was off as a whole comes back with exactly what was switched on. */
function switched(topic: TopicChoice, channel: string, on: boolean): TopicSetting {
  const { channels, frequency, digestAt } = settingOf(topic);
  if (!topic.isOff) return { channels: { ...channels, [channel]: on }, frequency, digestAt };
  const off = Object.fromEntries(SWITCHED.map((one) => [one, false]));
  return {
    channels: { ...channels, ...off, [channel]: true },
    frequency: NONE.frequency,
    digestAt,
  };
}

/** Where no channel is on that reaches them, saying how often means the topic's own channels again. */
function comingBack(
  topic: TopicChoice,
  frequency: TopicSetting["frequency"],
  ways: Ways,
): TopicSetting {
  const setting = settingOf(topic);
  if (frequency === "off") return setting;
  const on = channelsOn(topic, { ...setting, frequency });
  const comes = SWITCHED.some((channel) => on[channel] && ways[channel] === null);
  return comes ? setting : { ...setting, channels: {} };
}

const same = (a: TopicSetting | null, b: TopicSetting | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.frequency === b.frequency &&
    a.digestAt === b.digestAt &&
    Object.keys({ ...a.channels, ...b.channels }).every(
      (one) => a.channels[one] === b.channels[one],
    ));
