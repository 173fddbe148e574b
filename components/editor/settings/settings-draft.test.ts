import { describe, expect, test } from "vitest";
import { Definition } from "@/core/workflow/definition";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { dataDraft, dataOf, newField, withSeen } from "./data-draft";
import {
  dueDraft,
  dueOf,
  filledTemplate,
  newStop,
  personDraft,
  personOf,
  stopDraft,
  stopsOf,
  withExpiry,
  withLimit,
  withStart,
  withWhere,
} from "./settings-draft";

const definition = exampleDefinition();
const accepted = (next: Definition) => expect(Definition.safeParse(next).success).toBe(true);

describe("settings of a workflow", () => {
  test.each([undefined, "data.customer", { id: "p 1" }])("the person %j comes back", (person) => {
    expect(personOf(personDraft(person))).toEqual(person);
  });

  test.each([
    undefined,
    { from: "data.due_date" },
    { after: "P14D" },
    { after: { businessDays: 3 } },
  ])("the due date %j comes back", (due) => {
    expect(dueOf(dueDraft(due))).toEqual({ value: due });
  });

  test("a due date without its field, or of no length, is unfinished", () => {
    const draft = dueDraft(undefined);
    expect(dueOf({ ...draft, kind: "from" })).toBeNull();
    expect(dueOf({ ...draft, kind: "after", length: { n: "0", unit: "day" } })).toBeNull();
  });

  test("stop rules come back, and one without its name keeps all of them back", () => {
    const { stopsWhen } = exampleDefinition({
      stopsWhen: [
        JSON.parse(
          '{ "event": "x", "when": "data.a > 1", "then": "snooze", "until": "data.until" }',
        ),
        { event: "invoice.paid", key: "invoice:{{ data.id }}" },
        { action: "paid" },
        { reply: true },
      ],
    });
    const drafts = stopsWhen.map(stopDraft);
    expect(stopsOf(drafts)).toEqual({ value: stopsWhen });
    expect(stopsOf([...drafts, newStop("event")])).toBeNull();
    expect(stopsOf([...drafts, newStop("action", "no key")])).toBeNull();
  });

  test("limits and the time to the end leave no empty records behind", () => {
    const without = withLimit(
      withLimit(definition, "messagesMax", undefined),
      "daysMax",
      undefined,
    );
    expect(without).not.toHaveProperty("limits");
    expect(withLimit(without, "daysMax", 30).limits).toEqual({ daysMax: 30 });
    expect(withExpiry(withExpiry(definition, "P3D"), undefined)).not.toHaveProperty("expiry");
    for (const next of [without, withExpiry(definition, "P3D")]) accepted(next);
  });

  test("another start event keeps the condition, no event takes it away", () => {
    expect(withStart(definition, "order.shipped").start).toEqual({
      event: "order.shipped",
      where: "data.amount > 0",
    });
    expect(withStart(definition, undefined)).not.toHaveProperty("start");
    expect(withWhere(definition, undefined).start).toEqual({ event: "invoice.created" });
    for (const next of [withStart(definition, undefined), withWhere(definition, "data.x")]) {
      accepted(next);
    }
  });

  test("a template is shown with examples only where it does no more than name known fields", () => {
    const fields = [{ path: "data.number", example: 2041, missing: 0, of: 1 }];
    expect(filledTemplate("Invoice {{ data.number }}", fields)).toBe("Invoice 2041");
    expect(filledTemplate("Invoice {{ data.number | upcase }}", fields)).toBeNull();
    expect(filledTemplate("Invoice {{ data.id }}", fields)).toBeNull();
    expect(filledTemplate("Invoice", fields)).toBeNull();
  });
});

describe("the data fields' draft", () => {
  test("what was read is written again, and seen fields come with their examples", () => {
    const draft = dataDraft(definition.data);
    expect(dataOf(draft)).toEqual({ value: definition.data });
    const seen = [{ path: "data.country", example: "DE", missing: 0, of: 2 }];
    const rows = withSeen(draft.rows, seen);
    expect(rows.at(-1)).toMatchObject({ path: "country", type: "string", example: "DE" });
    const next = dataOf({ ...draft, rows });
    accepted({ ...definition, ...(next?.value ? { data: next.value } : {}) });
  });

  test("a new field without a path, or an example that does not fit, is unfinished", () => {
    const draft = dataDraft(definition.data);
    expect(dataOf({ ...draft, rows: [...draft.rows, newField()] })).toBeNull();
    const wrong = { ...newField(), path: "n", type: "number" as const, example: "much" };
    expect(dataOf({ ...draft, rows: [...draft.rows, wrong] })).toBeNull();
  });
});
