import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROW_OPS } from "@/core/condition/row";
import { type ConditionField, conditionFields, OPS_OF } from "@/core/workflow/condition-fields";
import { exampleDefinition } from "@/core/workflow/example-definition";
import {
  conditionDraft,
  conditionOf,
  fieldOf,
  isDraftInner,
  listOf,
  listText,
  opsFor,
  rowFor,
  scalarOf,
  scalarText,
  switched,
  withItem,
  withOp,
} from "./condition-draft";

const events = [
  {
    name: "invoice.created",
    count: 3,
    fields: [
      { path: "data.amount", example: 129.5, missing: 0, of: 3 },
      { path: "data.country", example: "DE", missing: 1, of: 3 },
      { path: "data.due_date", example: "2025-12-12", missing: 0, of: 3 },
      { path: "data.vip", example: true, missing: 0, of: 3 },
      { path: "data.tags", example: ["new"], missing: 0, of: 3 },
    ],
  },
  {
    name: "invoice.paid",
    count: 1,
    fields: [{ path: "data.method", example: "card", missing: 0, of: 1 }],
  },
];
const fields = conditionFields(exampleDefinition(), events, { at: "step" });
const field = (path: string): ConditionField => fieldOf(path, fields);

describe("fields of conditions", () => {
  test("a step's condition asks about data, person, case and the messages before", () => {
    expect(field("data.amount")).toMatchObject({ kind: "number", example: 129.5 });
    expect(field("data.due_date").kind).toBe("date");
    expect(field("data.customer")).toMatchObject({ kind: "text", example: undefined });
    expect(field("messages.s1.opened")).toMatchObject({ kind: "boolean", group: "messages" });
    expect(field("case.priority").choices).toContain("urgent");
  });

  test("at an event only the event's own data can be read", () => {
    const paid = conditionFields(exampleDefinition(), events, {
      at: "event",
      event: "invoice.paid",
    });
    expect(paid.map(({ path }) => path)).toEqual(["data.method"]);
  });
});

describe("drafts of conditions", () => {
  test("a new row asks the likeliest question with the example as its value", () => {
    expect(rowFor(field("data.amount"))).toEqual({ path: "data.amount", op: "over", value: 129.5 });
    expect(rowFor(field("data.country"))).toEqual({ path: "data.country", op: "is", value: "DE" });
    expect(rowFor(field("data.vip"))).toEqual({ path: "data.vip", op: "yes", value: null });
    expect(rowFor(field("data.tags")).value).toBe("new");
    expect(rowFor(field("data.due_date")).value).toBe("2025-12-12");
  });

  test("an unfinished row keeps the whole condition back, and the text view drops it", () => {
    const draft = conditionDraft("data.amount > 5");
    if (draft.mode === "raw") throw new Error("rows expected");
    const grown = withItem(draft.group, 1, rowFor(field("data.customer")));
    expect(conditionOf({ mode: "rows", group: grown }, false)).toBeNull();
    expect(switched({ mode: "rows", group: grown }, false)).toEqual({
      mode: "raw",
      text: "data.amount > 5",
    });
  });

  test("without rows an optional condition is gone, and one that is needed is always true", () => {
    const none = conditionDraft(undefined);
    expect(conditionOf(none, true)).toEqual({ value: undefined });
    expect(conditionOf(none, false)).toEqual({ value: "true" });
    expect(conditionDraft("true")).toEqual(none);
  });

  test("a text that rows cannot show stays a text, and comes back as rows once they can", () => {
    const raw = conditionDraft("data.a > data.b");
    expect(raw.mode).toBe("raw");
    expect(switched(raw, false)).toEqual(raw);
    expect(switched({ mode: "raw", text: "data.a > 1" }, false).mode).toBe("rows");
  });

  test("taking the last row out of an inner group takes the group out", () => {
    const draft = conditionDraft("data.a == 1 || (data.b == 2 && data.c == 3)");
    if (draft.mode === "raw") throw new Error("rows expected");
    expect(draft.group.items.filter(isDraftInner)).toHaveLength(1);
    expect(withItem(draft.group, 1, { join: "and", rows: [] }).items).toHaveLength(1);
  });

  test("every comparison a field offers can be chosen and gives a finished or an empty value", () => {
    for (const one of fields) {
      for (const op of opsFor(rowFor(one), one)) {
        const row = withOp(rowFor(one), op, one);
        const done = conditionOf({ mode: "rows", group: { join: "and", items: [row] } }, false);
        if (row.value !== undefined) expect([one.path, op, done]).not.toEqual([one.path, op, null]);
      }
    }
    expect(ROW_OPS).toEqual(expect.arrayContaining(Object.values(OPS_OF).flat()));
  });

  test("what is shown of a value reads as the same value", () => {
    const scalar = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.integer(),
      fc.constantFrom("12", ' "x" ', "a, b", "-3.5", "\u2028 "),
    );
    fc.assert(
      fc.property(scalar, (value) => {
        expect(scalarOf(scalarText(value), value, "any")).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.array(scalar, { minLength: 1 }), (values) => {
        expect(listOf(listText(values), values, "any")).toEqual(values);
      }),
    );
  });

  test("digits in a field of texts are a text", () => {
    expect(scalarOf("10115", "DE", "text")).toBe("10115");
    expect(scalarOf("10115", undefined, "any")).toBe(10115);
    expect(listOf("10115, 10117", ["1"], "text")).toEqual(["10115", "10117"]);
  });
});
