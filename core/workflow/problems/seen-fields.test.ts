import { describe, expect, it } from "vitest";
import type { SeenEvent } from "../editor-facts";
import { check, codes } from "./example-problems";

/** `invoice.created` as it came 50 times, with how often each field was missing. */
const seen = (missing: Record<string, number>, count = 50) => {
  const fields = Object.entries(missing).map(([path, n]) => ({
    path: `data.${path}`,
    example: "x",
    missing: n,
    of: count,
  }));
  const event: SeenEvent = { name: "invoice.created", count, fields };
  return { events: new Map([[event.name, event]]) };
};
const whole = { customer: 0, due_date: 0, number: 0, id: 0, amount: 0 };

describe("events that came lately", () => {
  it("a person who is missing in some of them is a problem, counted", () => {
    const [problem] = check(
      { start: { event: "invoice.created" } },
      seen({ ...whole, customer: 3 }),
    );
    expect(problem).toMatchObject({ code: "start.person_unresolved", severity: "problem" });
    expect(problem?.message).toBe(
      'Cannot tell who the case is for: "data.customer" is missing in 3 of the last 50 events.',
    );
    const { customer: _, ...without } = whole;
    const [never] = check({ start: { event: "invoice.created" } }, seen(without));
    expect(never?.params).toMatchObject({ missing: 50, of: 50 });
  });

  it("where a condition lets some events pass by, that is only worth a look", () => {
    expect(check({}, seen({ ...whole, customer: 3 }))).toMatchObject([
      { code: "start.person_unresolved", severity: "check" },
    ]);
  });

  it("a person written out in the event counts as there", () => {
    const { customer: _, ...rest } = whole;
    expect(check({}, seen({ ...rest, "customer.id": 0, "customer.name": 7 }))).toEqual([]);
  });

  it("a due date that is missing now and then is worth a look, in percent", () => {
    const [check1] = check({}, seen({ ...whole, due_date: 3 }));
    expect(check1).toMatchObject({ code: "due.sometimes_missing", severity: "check", path: "due" });
    expect(check1?.message).toBe(
      "6 % of recent events have no due date (data.due_date is missing in 3 of 50).",
    );
    expect(check({ due: { after: "P14D" } }, seen({ ...whole, due_date: 3 }))).toEqual([]);
  });

  it("without a schema a name that no event brought is a check, and never a problem", () => {
    const free = { data: undefined, subject: "Invoice {{ data.numbr }}" };
    expect(check(free, seen(whole))).toMatchObject([
      { code: "send.unknown_variable", severity: "check", params: { meant: "data.number" } },
    ]);
    expect(codes(check(free))).toEqual([]);
    expect(check({ subject: "Invoice {{ data.numbr }}" }, seen(whole))).toMatchObject([
      { code: "send.unknown_variable", severity: "problem" },
    ]);
  });

  it("an event that never came says nothing about its fields", () => {
    expect(check({}, seen({}, 0))).toEqual([]);
  });
});
