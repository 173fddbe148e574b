import { describe, expect, it } from "vitest";
import { check } from "./example-problems";

describe("start and topic", () => {
  it("a workflow without an event is a check: it may be started by hand", () => {
    expect(check({ start: undefined })).toMatchObject([
      { code: "start.missing", severity: "check" },
    ]);
  });

  it("the person must be a field of the event's data", () => {
    expect(check({ person: "customer.id" })).toMatchObject([
      { code: "start.person_unresolved", path: "person" },
    ]);
    expect(check({ person: "data.custmer" })[0]?.message).toContain(
      'Did you mean "data.customer"?',
    );
    expect(check({ person: { id: "mara" } })).toEqual([]);
  });

  it("an unknown topic is a problem, a required one a check", () => {
    expect(check({ topic: "billing-reminder" })[0]?.message).toContain(
      'Did you mean "billing-reminders"?',
    );
    const required = new Map([["billing-reminders", { required: true }]]);
    expect(check({}, { topics: required })).toMatchObject([
      { code: "pref.required_topic", severity: "check" },
    ]);
  });
});
