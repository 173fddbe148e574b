import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCivil } from "@/core/calendar/zone-offset";
import { HOUR_MS, toRfc3339 } from "@/core/time";
import { nextSmsMoment, type SmsReader, smsZones } from "./sms-zones";

const reader = (over: Partial<SmsReader> = {}): SmsReader => ({
  timeZone: null,
  location: null,
  number: "+4915112345678",
  fallbackZone: "UTC",
  ...over,
});
const zonesOf = (over: Partial<SmsReader>) => smsZones(reader(over)).zones;
const place = (country: string | null, region: string | null = null) => ({ country, region });

describe("where an SMS rings", () => {
  test("the profile's zone goes before the place, the place before the number", () => {
    const location = place("FR");
    expect(smsZones(reader({ timeZone: "Asia/Tokyo", location }))).toEqual({
      zones: ["Asia/Tokyo"],
      from: ["profile"],
    });
    expect(smsZones(reader({ location }))).toEqual({ zones: ["Europe/Paris"], from: ["location"] });
    expect(smsZones(reader())).toEqual({ zones: ["Europe/Berlin"], from: ["number"] });
  });

  test("an area code of the United States comes on top of what the profile says", () => {
    const found = smsZones(reader({ timeZone: "America/New_York", number: "+12135550123" }));
    expect(found).toEqual({
      zones: ["America/New_York", "America/Los_Angeles"],
      from: ["profile", "area_code"],
    });
    expect(zonesOf({ timeZone: "America/Chicago", number: "+13125550123" })).toHaveLength(1);
  });

  test("an area code in two zones needs day in both", () => {
    expect(zonesOf({ number: "+12705550123" })).toEqual(["America/Chicago", "America/New_York"]);
    expect(zonesOf({ number: "+18085550123" })).toEqual(["Pacific/Honolulu"]);
  });

  test("a number of the United States that names no place needs day in all states", () => {
    const zones = zonesOf({ number: "+18005550123" });
    expect(zones).toEqual(expect.arrayContaining(["America/New_York", "Pacific/Honolulu"]));
    expect(zonesOf({ number: "+18005550123", location: place("US", "TX") })).not.toContain(
      "Pacific/Honolulu",
    );
  });

  test("a region is read as two letters or as ISO 3166-2; an unknown one means the whole country", () => {
    expect(zonesOf({ location: place("us", "CA") })).toEqual(["America/Los_Angeles"]);
    expect(zonesOf({ location: place("US", "US-HI") })).toEqual(["Pacific/Honolulu"]);
    expect(zonesOf({ location: place("US", "somewhere") }).length).toBeGreaterThan(5);
    expect(zonesOf({ location: place("CA", "SK") })).toEqual(["America/Regina"]);
  });

  test("Canada, the Caribbean and Kazakhstan are not taken for their neighbours", () => {
    expect(zonesOf({ number: "+16045550123" })).toEqual(["America/Vancouver"]);
    expect(zonesOf({ number: "+18765550123" })).toEqual(["America/Jamaica"]);
    expect(zonesOf({ number: "+77012345678" })).toEqual(["Asia/Almaty"]);
    expect(zonesOf({ location: place("JM") })).toEqual(["America/Jamaica"]);
    expect(zonesOf({ location: place("KZ") })).toEqual(["Asia/Almaty"]);
  });

  test("with nothing known the workspace's zone holds", () => {
    const nothing = { number: "no number", location: place("Atlantis") };
    expect(smsZones(reader(nothing))).toEqual({ zones: ["UTC"], from: ["workspace"] });
    expect(zonesOf({ number: null })).toEqual(["UTC"]);
    expect(zonesOf({ number: "+9990000" })).toEqual(["UTC"]);
  });
});

describe("when it may ring", () => {
  const next = (at: string, zones: string[]) => toRfc3339(nextSmsMoment(Date.parse(at), zones));

  test("coast to coast it waits for eight in the west, and ends at eight in the east", () => {
    const coasts = ["America/New_York", "America/Los_Angeles"];
    expect(next("2026-03-03T14:00:00Z", coasts)).toBe("2026-03-03T16:00:00.000Z");
    expect(next("2026-03-03T20:00:00Z", coasts)).toBe("2026-03-03T20:00:00.000Z");
    expect(next("2026-03-04T01:00:00Z", coasts)).toBe("2026-03-04T16:00:00.000Z");
  });

  test("with all states there are hours on both sides of a clock change", () => {
    const { zones } = smsZones(reader({ number: "+18005550123" }));
    expect(next("2026-03-07T12:00:00Z", zones)).toBe("2026-03-07T18:00:00.000Z");
    expect(next("2026-03-08T12:00:00Z", zones)).toBe("2026-03-08T18:00:00.000Z");
  });

  test("zones without a common hour fall back to the first", () => {
    const apart = ["Pacific/Auckland", "Atlantic/Reykjavik"];
    expect(next("2026-07-01T12:00:00Z", apart)).toBe("2026-07-01T20:00:00.000Z");
  });

  test("never before eight or from eight in the evening on, in any of its zones that share hours", () => {
    const numbers = [
      "+12125550123",
      "+12085550123",
      "+18005550123",
      "+79161234567",
      "+5511912345678",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.integer({ min: 0, max: 9_000 }),
        (number, hours) => {
          const { zones } = smsZones(reader({ number }));
          const at = Date.parse("2026-01-01T00:00:00Z") + hours * HOUR_MS;
          const moment = nextSmsMoment(at, zones);
          expect(moment).toBeGreaterThanOrEqual(at);
          for (const zone of zones) {
            const hour = new Date(toCivil(moment, zone)).getUTCHours();
            expect(hour).toBeGreaterThanOrEqual(8);
            expect(hour).toBeLessThan(20);
          }
        },
      ),
    );
  });
});
