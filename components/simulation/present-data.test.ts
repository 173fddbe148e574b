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

it("data that was given is used as it is, but for a due date that was chosen", () => {
  const data = { number: "7", due_date: "2020-01-01" };
  expect(presentData(definition, { ...place, data })).toEqual(data);
  const chosen = presentData(definition, { ...place, data, due: "2026-03-13" });
  expect(chosen).toEqual({ number: "7", due_date: "2026-03-13" });
});
