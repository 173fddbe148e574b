import { expect, it } from "vitest";
import { unpaidInvoice } from "@/core/gallery/unpaid-invoice";
import { DAY_MS } from "@/core/time";
import { duePath, presentData, valueAt } from "./present-data";

const { definition } = unpaidInvoice;
const path = duePath(definition) ?? [];
const from = Date.parse("2026-03-02T10:00:00Z");
const place = { from, zone: "Asia/Tokyo" };

it("an example's due date that is far away is set two weeks after the start, on the person's calendar", () => {
  const late = { from: Date.parse("2026-03-02T20:00:00Z"), zone: "Asia/Tokyo" };
  expect(valueAt(presentData(definition, late), path)).toBe("2026-03-17");
});

it("an example's due date that lies ahead is kept", () => {
  const own = valueAt(presentData(definition, place), path);
  const given = presentData(definition, { ...place, due: "2026-09-30" });
  const near = { from: Date.parse("2026-09-30T00:00:00Z") - 20 * DAY_MS, zone: "UTC" };
  expect(valueAt(given, path)).toBe("2026-09-30");
  expect(own).not.toBe("2026-09-30");
  expect(valueAt(presentData(definition, near), path)).toBe("2026-09-30");
});

it("what an event brought lately stands in for a schema, and never for its examples", () => {
  const field = (path: string, example: unknown) => ({ path, example, missing: 0, of: 9 });
  const seen = [field("data.number", "seen"), field("data.customer.city", "Bremen")];
  const bare = { ...definition, data: undefined, due: undefined };
  const brought = { number: "seen", customer: { city: "Bremen" } };
  expect(presentData(bare, { ...place, seen })).toEqual(brought);
  const schema = { properties: { number: { examples: ["2041"] } } };
  const both = presentData({ ...bare, data: schema }, { ...place, seen });
  expect(both).toEqual({ ...brought, number: "2041" });
});

it("data that was given is used as it is, but for a due date that was chosen", () => {
  const data = { number: "7", due_date: "2020-01-01" };
  expect(presentData(definition, { ...place, data })).toEqual(data);
  const chosen = presentData(definition, { ...place, data, due: "2026-03-13" });
  expect(chosen).toEqual({ number: "7", due_date: "2026-03-13" });
});
