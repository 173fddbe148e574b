import { createHash } from "node:crypto";
import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { WorkspaceId } from "@/core/ids";
import type { RotaFacts } from "@/core/rota/rota";
import { SHIFT_LOOK_MS, type Shift, shiftsBetween } from "@/core/rota/shifts";
import { HOUR_MS, type Instant, SECOND_MS } from "@/core/time";

const MONTHS_BACK = 1;
const MONTHS_AHEAD = 12;
/** How often apps may ask again. */
const REFRESH_S = HOUR_MS / SECOND_MS;

type Feed = {
  workspaceId: WorkspaceId;
  rota: RotaFacts;
  /** Whose shifts; null: everybody's, and the gaps. */
  personId: string | null;
  now: Instant;
  /** When the rota or an override was last written. */
  changedAt: Instant;
  nameOf: (personId: string) => string;
  locale: string;
};

/**
 * The shifts from the month before to the same month a year on. Whole months, so that asking again
 * gives the same text and an app has nothing to do.
 */
export function feedShifts(rota: RotaFacts, now: Instant): Shift[] {
  const at = new Date(now);
  const month = (offset: number) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 1);
  const from = month(-MONTHS_BACK);
  const until = month(MONTHS_AHEAD + 1);
  // Shifts that began before are shown from their beginning, which their identity is made of.
  const early = from - SHIFT_LOOK_MS;
  return shiftsBetween(rota, early, until).filter(
    (shift) => shift.until > from && (shift.personId !== null || shift.from > early),
  );
}

/** The feed as iCalendar text (RFC 5545). Moments are in UTC, which every app reads alike. */
export function calendarText(feed: Feed): string {
  const { workspaceId, rota, personId, now, changedAt, nameOf, locale } = feed;
  const words = WORDS[locale.startsWith("de") ? "de" : "en"];
  const name = personId === null ? rota.name : `${rota.name}: ${nameOf(personId)}`;
  const calendar = new ICalCalendar({
    name,
    prodId: { company: "Followthrough", product: "Rotas" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_S,
  });
  const shifts = feedShifts(rota, now).filter(
    (shift) => personId === null || shift.personId === personId,
  );
  for (const shift of shifts) {
    const whose = shift.personId === null ? words.nobody : nameOf(shift.personId);
    calendar.createEvent({
      id: eventId(workspaceId, rota.key, shift.from),
      start: new Date(shift.from),
      end: new Date(shift.until),
      stamp: new Date(changedAt),
      summary: personId === null ? whose : rota.name,
      description: shift.override ? words.override : (rota.layers[shift.layer ?? -1]?.name ?? null),
      // Being on call leaves the day free for meetings.
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return calendar.toString();
}

/** No two shifts of a rota begin together: whoever takes over the turn, the event stays the same one. */
const eventId = (workspaceId: WorkspaceId, rota: string, from: Instant): string =>
  `${createHash("sha256").update(`${workspaceId} ${rota} ${from}`).digest("hex").slice(0, 32)}@followthrough`;

const WORDS = {
  en: { nobody: "Nobody on call", override: "Override" },
  de: { nobody: "Niemand im Dienst", override: "Vertretung" },
} as const;
