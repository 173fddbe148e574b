import fc from "fast-check";
import { dateText, WEEKDAYS } from "@/core/calendar/civil";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import type { Layer, Override, RotaFacts } from "./rota";

/** The five years that random rotas are asked about. */
export const RANDOM_FROM = Date.UTC(2024, 0, 1);
export const RANDOM_UNTIL = Date.UTC(2029, 0, 1);
const FIRST_DAY = RANDOM_FROM / DAY_MS;
const DAYS = (RANDOM_UNTIL - RANDOM_FROM) / DAY_MS;

const PEOPLE = ["ana", "ben", "cy", "dee", "eve"];
/** Rules that an independent implementation is known to follow. */
const RULES = [
  "FREQ=HOURLY;INTERVAL=12",
  "FREQ=DAILY",
  "FREQ=DAILY;BYHOUR=2,14",
  "FREQ=WEEKLY;BYDAY=MO,FR",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
  "FREQ=MONTHLY;BYMONTHDAY=1,15",
  "FREQ=MONTHLY;BYDAY=-1FR",
  "FREQ=YEARLY;BYMONTH=3,10;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU",
];

const clock = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 8, 9, 17, 23), fc.constantFrom(0, 15, 30))
  .map(([hour, minute]) => `${`${hour}`.padStart(2, "0")}:${`${minute}`.padStart(2, "0")}`);
const days = fc.subarray([...WEEKDAYS], { minLength: 1 });
const window = fc
  .record({ days, from: clock, to: fc.oneof(clock, fc.constant("24:00")) })
  .filter(({ from, to }) => from !== to);

const layer: fc.Arbitrary<Layer> = fc
  .record({
    people: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 4 }),
    startsAfter: fc.integer({ min: -60, max: DAYS }),
    lasts: fc.option(fc.integer({ min: 1, max: DAYS }), { nil: undefined }),
    handoverAt: clock,
    rotation: fc.oneof(
      fc.record({ every: fc.integer({ min: 1, max: 15 }), unit: fc.constantFrom("day", "week") }),
      fc.record({ rrule: fc.constantFrom(...RULES) }),
    ),
    hours: fc.option(fc.array(window, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  })
  .map(({ startsAfter, lasts, hours, ...rest }) => ({
    name: "Layer",
    startsOn: dateText(FIRST_DAY + startsAfter),
    ...(lasts === undefined ? {} : { endsOn: dateText(FIRST_DAY + startsAfter + lasts) }),
    ...(hours === undefined ? {} : { hours }),
    ...rest,
  }));

const override: fc.Arbitrary<Override> = fc
  .record({
    personId: fc.option(fc.constantFrom(...PEOPLE)),
    after: fc.nat(DAYS * 24 * 60),
    hours: fc.integer({ min: 1, max: 24 * 30 }),
  })
  .map(({ personId, after, hours }) => {
    const from = RANDOM_FROM + after * MINUTE_MS;
    return { personId, from, until: from + hours * HOUR_MS };
  });

/** Rotas of every shape in two zones, whose clocks change on other nights. For tests. */
export const randomRota: fc.Arbitrary<RotaFacts> = fc.record({
  key: fc.constant("on-call"),
  name: fc.constant("On call"),
  timeZone: fc.constantFrom("Europe/Berlin", "America/New_York"),
  layers: fc.array(layer, { minLength: 1, maxLength: 3 }),
  overrides: fc.array(override, { maxLength: 4 }),
});
