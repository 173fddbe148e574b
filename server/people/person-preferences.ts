import { QuietHours } from "@/core/calendar/windows";
import type { Frequency } from "@/core/delivery/gate-input";
import type { PreferredChannel } from "@/core/delivery/preferred-channel";
import { SWITCHED, type Switched } from "@/core/delivery/switched";
import type { WorkspaceId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import { readTopicChoices } from "@/server/public/topic-choices";
import { nowOf } from "../clock/clock";
import { type Unreachable, waysOf } from "./ways-of";

export type ChannelPreference = {
  channel: Switched;
  on: boolean;
  reachable: boolean;
  /** Null: it reaches them. */
  why: Unreachable | null;
};

export type TopicPreference = {
  key: string;
  name: string;
  description: string | null;
  required: boolean;
  frequency: Frequency;
  digestAt: string | null;
  channels: ChannelPreference[];
  /** When the person last chose something for it; null: never. */
  chosenAt: Instant | null;
};

export type PersonPreferences = {
  timeZone: string | null;
  locale: string | null;
  /** Null also where the pause is over. */
  pausedUntil: string | null;
  /** Hours in which not to write; null: none were set. */
  quietHours: QuietHours | null;
  preferredChannel: PreferredChannel | null;
  topics: TopicPreference[];
};

/** What a person gets and how it reaches them, as their own page and the widget show it. Undefined: no such person. */
export async function readPersonPreferences(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<PersonPreferences | undefined> {
  const person = await findPerson(db, workspaceId, personId);
  if (!person) return undefined;
  const [choices, ways, now] = await Promise.all([
    readTopicChoices(db, { workspaceId, person }),
    waysOf(db, workspaceId, personId),
    nowOf(db, workspaceId),
  ]);
  const { timeZone, locale, pausedUntil, preferredChannel } = person;
  return {
    timeZone,
    locale,
    pausedUntil:
      pausedUntil && pausedUntil.getTime() > now ? toRfc3339(pausedUntil.getTime()) : null,
    quietHours: QuietHours.safeParse(person.quietHours).data ?? null,
    preferredChannel,
    topics: choices.map(({ key, name, description, required, on, setting, chosenAt }) => ({
      key,
      name,
      description,
      required,
      frequency: required ? "as_it_happens" : (setting?.frequency ?? "as_it_happens"),
      digestAt: setting?.digestAt ?? null,
      channels: SWITCHED.map((channel) => {
        const why = ways[channel];
        return { channel, on: on[channel], reachable: why === null, why };
      }),
      chosenAt: chosenAt?.getTime() ?? null,
    })),
  };
}
