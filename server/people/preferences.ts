import { createHash } from "node:crypto";
import type { Preferences } from "@/core/contracts/people";
import { isChannelOn } from "@/core/delivery/channel-on";
import type { WorkspaceId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { findPerson, listChoices } from "@/db/queries/people";

/** What holds for a person, topic by topic: their choice, or the topic's default (all channels where it names none). Undefined: no such person. */
export async function readPreferences(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<Preferences | undefined> {
  const person = await findPerson(db, workspaceId, personId);
  if (!person) return undefined;
  const choices = await listChoices(db, workspaceId, personId);
  const topics: Preferences["topics"] = {};
  for (const { topic, defaultChannels, channels, frequency, digestAt } of choices) {
    const allowed = (channel: Channel) => isChannelOn({ defaultChannels }, channels, channel);
    const { email, sms, push, in_app } = Channel.enum;
    topics[topic] = {
      channels: {
        email: allowed(email),
        sms: allowed(sms),
        push: allowed(push),
        in_app: allowed(in_app),
      },
      frequency: frequency ?? "as_it_happens",
      digestAt,
    };
  }
  return {
    timeZone: person.timeZone,
    locale: person.locale,
    pausedUntil: person.pausedUntil?.toISOString() ?? null,
    preferredChannel: person.preferredChannel,
    quietHours: person.quietHours ?? [],
    topics,
  };
}

/** A short name of exactly these preferences, for ETags: they have no revision of their own. */
export const preferencesTag = (preferences: Preferences): string =>
  createHash("sha256").update(JSON.stringify(preferences)).digest("hex").slice(0, 16);
