import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { endOfDay } from "@/core/calendar/zone";
import type { Wait } from "@/core/workflow/steps/wait";
import { exampleCaseOf, exampleOf } from "./example-moment";

const ZONE = "Europe/Berlin";
const maria = { id: "m", name: "Maria", timeZone: ZONE, locale: "de", city: "Berlin" };
const around = {
  person: maria,
  openedAt: Date.UTC(2025, 10, 24, 9, 12),
  dueAt: endOfDay("2025-12-15", ZONE),
  calendar: DEFAULT_CALENDAR,
  workspaceZone: "America/New_York",
};
const wait = (until: Wait["until"], changes: Partial<Wait> = {}): Wait => ({
  id: "w",
  kind: "wait",
  until,
  at: "09:00",
  zone: "person",
  days: "business",
  ...changes,
});
const berlin = (text: string) => Date.parse(`${text}:00+01:00`);

describe("the example of a wait", () => {
  it("two days before Monday 15 December is Saturday, which rolls back to Friday", () => {
    expect(exampleOf(wait({ due: "-P2D" }), around)).toEqual({
      at: berlin("2025-12-12T09:00"),
      rolledFrom: berlin("2025-12-13T09:00"),
      dst: null,
    });
  });

  it("two business days before it is the Thursday, without rolling", () => {
    expect(exampleOf(wait({ due: { businessDays: -2 } }), around)).toEqual({
      at: berlin("2025-12-11T09:00"),
      rolledFrom: null,
      dst: null,
    });
  });

  it("a day after a Friday rolls on to Monday", () => {
    const rule = wait({ due: "P1D" });
    expect(exampleOf(rule, { ...around, dueAt: endOfDay("2025-12-12", ZONE) })).toMatchObject({
      at: berlin("2025-12-15T09:00"),
      rolledFrom: berlin("2025-12-13T09:00"),
    });
  });

  it("without a due date it says so", () => {
    expect(exampleOf(wait({ due: "-P2D" }), { ...around, dueAt: null })).toEqual({
      missing: "due",
    });
    expect(exampleOf(wait({ "data.starts_at": "P1D" }), around)).toEqual({ missing: "data" });
  });

  it("a time that the clocks skip or show twice is marked", () => {
    const at = "02:30";
    const spring = wait({ opened: "P0D" }, { at, days: "any" });
    const openedAt = Date.UTC(2026, 2, 29, 10);
    expect(exampleOf(spring, { ...around, openedAt })).toMatchObject({ dst: "gap" });
    const autumn = { ...around, openedAt: Date.UTC(2026, 9, 25, 10) };
    expect(exampleOf(spring, autumn)).toMatchObject({ dst: "fold" });
  });

  it("the workspace's zone is taken where the step says so", () => {
    expect(exampleOf(wait({ due: "-P3D" }, { zone: "workspace" }), around)).toMatchObject({
      at: Date.parse("2025-12-12T09:00:00-05:00"),
    });
  });

  it("the time for an answer ends as long after the opening", () => {
    const step = { id: "a", kind: "wait_for_response" as const, for: "P3D" };
    expect(exampleOf(step, around)).toMatchObject({ at: Date.UTC(2025, 10, 27, 9, 12) });
  });
});

describe("the case of the examples", () => {
  const now = Date.UTC(2025, 10, 24, 9, 12);
  const workspace = { timeZone: ZONE, locale: "en", calendar: DEFAULT_CALENDAR };
  const field = (path: string, example: unknown) => ({ path, example, missing: 0, of: 3 });
  const facts = (due: string) => ({
    people: [maria],
    workspace,
    events: [{ name: "e", count: 3, fields: [field("data.due_date", due), field("data.a.b", 4)] }],
  });
  const definition = { start: { event: "e" }, due: { from: "data.due_date" } };

  it("is due when the last event said, with the values it brought", () => {
    expect(exampleCaseOf(definition, facts("2025-12-15"), now)).toEqual({
      person: maria,
      openedAt: now,
      dueAt: endOfDay("2025-12-15", ZONE),
      data: { due_date: "2025-12-15", a: { b: 4 } },
    });
  });

  it("is due in two weeks where no event brought a due date yet", () => {
    expect(exampleCaseOf(definition, { ...facts("soon"), events: [] }, now)?.dueAt).toBe(
      endOfDay("2025-12-08", ZONE),
    );
    expect(exampleCaseOf({}, facts("2025-12-15"), now)?.dueAt).toBeNull();
  });

  it("opened before its due date, even where that is long past", () => {
    const past = exampleCaseOf(definition, facts("2025-03-03"), now);
    expect(past?.openedAt).toBeLessThan(past?.dueAt ?? 0);
  });

  it("is nobody's when nobody is known", () => {
    expect(exampleCaseOf(definition, { ...facts("x"), people: [] }, now)).toBeNull();
  });
});
