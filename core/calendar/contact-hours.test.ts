import fc from "fast-check";
import { expect, test } from "vitest";
import { WEEKDAYS } from "./civil";
import {
  CONTACT_PRESETS,
  type ContactPreset,
  contactHoursOf,
  presetHours,
  presetOf,
  quietHoursOf,
} from "./contact-hours";
import { isQuiet, type QuietHours } from "./windows";

test("quiet nights leave the days between them", () => {
  const nights: QuietHours = [{ days: [...WEEKDAYS], from: "22:00", to: "07:00" }];
  expect(contactHoursOf(nights).mon).toEqual([{ from: "07:00", to: "22:00" }]);
  expect(presetOf(contactHoursOf(nights))).toBe("daily_7_22");
  expect(contactHoursOf(null).sun).toEqual([{ from: "00:00", to: "24:00" }]);
});

test("every preset is kept and recognised, and any time is no quiet hours at all", () => {
  for (const preset of Object.keys(CONTACT_PRESETS) as ContactPreset[]) {
    expect(presetOf(contactHoursOf(quietHoursOf(presetHours(preset))))).toBe(preset);
  }
  expect(quietHoursOf(presetHours("any"))).toBeNull();
});

const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => {
  const text = (n: number) => String(n).padStart(2, "0");
  return `${text(Math.floor(minute / 60))}:${text(minute % 60)}`;
});
const window = fc
  .record({
    days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    from: time,
    to: fc.oneof(time, fc.constant("24:00")),
  })
  .filter(({ from, to }) => from !== to);

test("hours that are turned around twice are quiet at the same moments", () => {
  fc.assert(
    fc.property(fc.array(window, { maxLength: 4 }), fc.nat(7 * 24 * 60), (quiet, minute) => {
      const at = Date.UTC(2026, 5, 1) + minute * 60_000;
      const again = quietHoursOf(contactHoursOf(quiet)) ?? [];
      return isQuiet(at, again, "UTC") === isQuiet(at, quiet, "UTC");
    }),
  );
});
