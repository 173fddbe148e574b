import { nextInWindow } from "@/core/calendar/windows";
import type { Instant } from "@/core/time";
import {
  CALLING_CODES,
  CANADIAN_AREA_CODES,
  CANADIAN_PROVINCES,
  CARIBBEAN_AREA_CODES,
  COUNTRY_PREFIXES,
  US_AREA_CODES,
  US_STATES,
} from "./sms-zone-table";

/** When an SMS may ring without being asked for, in the reader's own zone. */
export const SMS_WINDOW = { from: "08:00", to: "20:00" } as const;

/** All fifty states: a number that could be anywhere in the country rings only when it is day everywhere. */
const UNITED_STATES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
];
const CANADA = ["America/St_Johns", "America/Vancouver"];
const PREFIX_DIGITS_MAX = 4;
/** Of a day's width: after so many moves of the moment no hour suits all zones. */
const ROUNDS_MAX = 20;

export type SmsReader = {
  /** Of the person's profile; null where it has none. */
  timeZone: string | null;
  location: { country: string | null; region: string | null } | null;
  /** E.164, such as +12025550123. */
  number: string | null;
  /** The workspace's: for readers of whom nothing else is known. */
  fallbackZone: string;
};

/** The zones an SMS must find day in, and what they were taken from. */
type SmsZones = {
  zones: string[];
  from: ("profile" | "location" | "area_code" | "number" | "workspace")[];
};

/** `=zones a b c` as a map from a, b and c to the zones. */
function byWord(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let zones: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    if (word.startsWith("=")) zones = word.slice(1).split("+");
    else found.set(word, zones);
  }
  return found;
}

const US_CODES = byWord(US_AREA_CODES);
const CANADIAN_CODES = byWord(CANADIAN_AREA_CODES);
const CARIBBEAN_CODES = byWord(CARIBBEAN_AREA_CODES);
const STATES = byWord(US_STATES);
const PROVINCES = byWord(CANADIAN_PROVINCES);
const PREFIXES = new Map(
  CALLING_CODES.trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [prefixes = "", zones = ""] = entry.split("=");
      return prefixes.split(",").map((prefix) => [prefix, zones.split("+")] as const);
    }),
);
const COUNTRIES = new Map(
  COUNTRY_PREFIXES.trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), entry.slice(2)] as const),
);

/**
 * The zones in which it must be day for an SMS to leave. The profile's zone, else that of the
 * person's country and region, else that of the number's country. For a number of the United States
 * its area code's zones come on top, so that the stricter holds; one that names no place needs day
 * in all states, unless something else is known.
 */
export function smsZones({ timeZone, location, number, fallbackZone }: SmsReader): SmsZones {
  const found: SmsZones = { zones: [], from: [] };
  const add = (zones: readonly string[], from: SmsZones["from"][number]) => {
    found.zones.push(...zones.filter((zone) => !found.zones.includes(zone)));
    found.from.push(from);
  };
  const placed = location === null ? null : zonesOfPlace(location);
  if (timeZone !== null) add([timeZone], "profile");
  else if (placed !== null) add(placed, "location");
  const digits = /^\+\d+$/.test(number ?? "") ? (number ?? "").slice(1) : "";
  const areaZones = digits.startsWith("1") ? US_CODES.get(digits.slice(1, 4)) : undefined;
  if (areaZones) add(areaZones, "area_code");
  else if (found.zones.length === 0) {
    const zones = zonesOfNumber(digits);
    if (zones) add(zones, "number");
  }
  if (found.zones.length === 0) add([fallbackZone], "workspace");
  return found;
}

/** The first moment at or after `at` that lies in the window in every zone; where there is none, in the first zone. */
export function nextSmsMoment(at: Instant, zones: readonly string[]): Instant {
  let moment = at;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const later = zones.map((zone) => nextInWindow(moment, SMS_WINDOW, zone));
    const latest = Math.max(moment, ...later);
    if (latest === moment) return moment;
    moment = latest;
  }
  const [first] = zones;
  return first === undefined ? at : nextInWindow(at, SMS_WINDOW, first);
}

function zonesOfPlace({
  country,
  region,
}: NonNullable<SmsReader["location"]>): readonly string[] | null {
  const code = country?.trim().toUpperCase() ?? "";
  const part = region?.trim().toUpperCase().split("-").at(-1) ?? "";
  if (code === "US") return STATES.get(part) ?? UNITED_STATES;
  if (code === "CA") return PROVINCES.get(part) ?? CANADA;
  const prefix = COUNTRIES.get(code);
  return prefix === undefined ? null : (zonesOfNumber(prefix) ?? null);
}

function zonesOfNumber(digits: string): readonly string[] | undefined {
  if (digits.startsWith("1")) {
    const area = digits.slice(1, 4);
    return (
      US_CODES.get(area) ?? CANADIAN_CODES.get(area) ?? CARIBBEAN_CODES.get(area) ?? UNITED_STATES
    );
  }
  for (let length = PREFIX_DIGITS_MAX; length > 0; length--) {
    const zones = PREFIXES.get(digits.slice(0, length));
    if (zones && digits.length >= length) return zones;
  }
  return undefined;
}
