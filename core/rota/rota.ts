import { z } from "zod";
import { civilAt, minuteOfDay, parseDate } from "@/core/calendar/civil";
import { LocalTime } from "@/core/calendar/local-time";
import { LocalWindow, WINDOWS_MAX } from "@/core/calendar/local-window";
import { TimeZone } from "@/core/calendar/zone";
import { PersonId } from "@/core/ids";
import { DAY_MS, type Instant } from "@/core/time";
import { occurrencesBetween, readRule, ruleProblem } from "./rrule";

export const ROTA_PEOPLE_MAX = 100;
export const LAYERS_MAX = 10;
export const TURN_DAYS_MAX = 366;
const RRULE_CHARS_MAX = 500;
/** A rule that says nothing for so long is a mistake: even 29 February comes every eight. */
const HANDOVER_YEARS_MAX = 10;
/** Most rules hand over soon: a whole year of an hourly one would be worked out whenever its rota is read. */
const LOOKS_DAYS = [1, 31, ...new Array<number>(HANDOVER_YEARS_MAX).fill(366)];

export const Day = z
  .string()
  .refine((text) => parseDate(text) !== null, 'a date such as "2026-01-05"')
  .meta({ examples: ["2026-01-05"] });

/**
 * When the next person's turn begins: every so many days or weeks, or at the occurrences of an RRULE
 * (RFC 5545) that starts on the layer's first day. Hand-over is at the layer's local time in each.
 */
const Rotation = z.union([
  z.strictObject({ every: z.int().min(1).max(TURN_DAYS_MAX), unit: z.enum(["day", "week"]) }),
  z.strictObject({
    rrule: z
      .string()
      .trim()
      .min(1)
      .max(RRULE_CHARS_MAX)
      .superRefine((text, context) => {
        const message = ruleProblem(text);
        if (message !== null) context.addIssue({ code: "custom", message });
      }),
  }),
]);

/** People in turn. Where `hours` are given it covers only these; of several layers the last that covers a moment counts. */
export const Layer = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    people: z.array(PersonId).min(1).max(ROTA_PEOPLE_MAX),
    startsOn: Day,
    /** Its last day, on which the hand-over ends it. */
    endsOn: Day.optional(),
    handoverAt: LocalTime,
    rotation: Rotation,
    hours: z.array(LocalWindow).min(1).max(WINDOWS_MAX).optional(),
  })
  .superRefine(({ startsOn, endsOn, handoverAt, rotation }, context) => {
    if (endsOn !== undefined && endsOn <= startsOn) {
      context.addIssue({ code: "custom", path: ["endsOn"], message: "must be after startsOn" });
    }
    if ("rrule" in rotation && !isEverHandedOver(rotation.rrule, startsOn, handoverAt)) {
      const message = `does not hand over within ${HANDOVER_YEARS_MAX} years`;
      context.addIssue({ code: "custom", path: ["rotation", "rrule"], message });
    }
  });
export type Layer = z.infer<typeof Layer>;

/** Who is on call when, in one zone. */
export const RotaPlan = z.strictObject({
  name: z.string().trim().min(1).max(120),
  timeZone: TimeZone,
  layers: z.array(Layer).min(1).max(LAYERS_MAX),
});
export type RotaPlan = z.infer<typeof RotaPlan>;

/** Somebody else's turn from `from` up to, not including, `until`; of several the newest counts. Null: nobody, on purpose. */
export type Override = { personId: string | null; from: Instant; until: Instant };

/** A rota as the engine asks it. Overrides oldest first. */
export type RotaFacts = RotaPlan & { key: string; overrides: readonly Override[] };

/** Everybody who may be on call by it, each once. */
export const peopleOfRota = ({
  layers,
  overrides,
}: Pick<RotaFacts, "layers" | "overrides">): string[] => [
  ...new Set([
    ...layers.flatMap((layer) => layer.people),
    ...overrides.flatMap(({ personId }) => personId ?? []),
  ]),
];

function isEverHandedOver(rrule: string, startsOn: string, handoverAt: string): boolean {
  // What is wrong with the text itself is said already.
  if (ruleProblem(rrule) !== null) return true;
  const start = civilAt(parseDate(startsOn) ?? 0, minuteOfDay(handoverAt));
  const rule = readRule(rrule);
  let from = start + 1;
  for (const days of LOOKS_DAYS) {
    const until = from + days * DAY_MS;
    if (occurrencesBetween(rule, start, from, until).length > 0) return true;
    from = until;
  }
  return false;
}
