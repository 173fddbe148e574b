import { endOfQuiet } from "@/core/calendar/windows";
import type { PreferenceChange } from "@/core/contracts/preference-change";
import { AppError } from "@/core/errors";
import { type Instant, toRfc3339 } from "@/core/time";
import type { PersonRow } from "@/db/queries/people";
import type { TopicChange } from "./topic-changes";

/** A change of what holds for all topics. */
export type NewSettings = Exclude<PreferenceChange, TopicChange>;

type Settings = Partial<
  Pick<PersonRow, "timeZone" | "locale" | "pausedUntil" | "quietHours" | "preferredChannel">
>;

const refused = (path: string, message: string, text: string): AppError =>
  new AppError("invalid", text, { errors: [{ path, message }] });

/** What is to be written. Throws `invalid` for a pause that does not lie ahead, and hours that leave no moment. */
export function newSettings(
  change: NewSettings,
  person: PersonRow,
  workspaceZone: string,
  now: Instant,
): Settings {
  if ("pausedUntil" in change) {
    if (change.pausedUntil === null) return { pausedUntil: null };
    const until = Date.parse(change.pausedUntil);
    if (until > now) return { pausedUntil: new Date(until) };
    throw refused("pausedUntil", "must lie ahead", "The pause must end in the future.");
  }
  if ("quietHours" in change) {
    // None are no choice: the window of SMS holds until somebody sets hours of their own.
    if (change.quietHours === null || change.quietHours.length === 0) return { quietHours: null };
    const zone = person.timeZone ?? workspaceZone;
    if (endOfQuiet(now, change.quietHours, zone) !== null) return { quietHours: change.quietHours };
    throw refused("quietHours", "must leave some time", "These hours leave no time to write.");
  }
  return change;
}

/** The change that puts back what holds now; a pause that is over was none. */
export function undoOfSettings(
  change: NewSettings,
  { pausedUntil, quietHours, timeZone, locale, preferredChannel }: PersonRow,
  now: Instant,
): PreferenceChange {
  if ("pausedUntil" in change) {
    const until = pausedUntil?.getTime() ?? now;
    return { pausedUntil: until > now ? toRfc3339(until) : null };
  }
  if ("quietHours" in change) {
    return {
      quietHours: quietHours as Extract<PreferenceChange, { quietHours: unknown }>["quietHours"],
    };
  }
  if ("timeZone" in change) return { timeZone };
  if ("locale" in change) return { locale };
  return { preferredChannel };
}
