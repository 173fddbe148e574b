import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCondition } from "./condition";
import { evaluateText } from "./evaluate-text";
import { readRows } from "./read-rows";
import { type Group, type InnerGroup, isInnerGroup, normalGroup, ROWS_MAX, type Row } from "./row";
import { isOwnMoment } from "./row-path";
import { BARE_DATE, writeRows } from "./write-rows";

const HOUR_MS = 3_600_000;
const now = Date.parse("2025-12-09T10:00:00Z");

const path = fc.constantFrom(
  "data.a",
  "data.b",
  "data.c.d",
  "data.c.e.f",
  "data.list",
  "data.list.1",
  "data.in",
  "data.a b",
  "data.when",
  "data.day",
  "messages.s-1.opened",
  "messages.7.openedAt",
  "person.attributes.plan",
  "person.location.city",
  "open.count",
  "due",
  "case.openedAt",
);
const text = fc.oneof(fc.constantFrom("x", "2025-12-01"), fc.string({ unit: "grapheme" }));
const number = fc.oneof(
  fc.integer({ min: -10, max: 10 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
);
const scalar = fc.oneof(text, number);
const day = fc
  .integer({ min: 0, max: 30 })
  .map((n) => new Date(now + (n - 15) * 24 * HOUR_MS).toISOString());
const span = fc.integer({ min: 1, max: 500_000 }).map((seconds) => seconds * 1_000);

const row: fc.Arbitrary<Row> = path.chain((path): fc.Arbitrary<Row> => {
  const bare = day.map((moment) => moment.slice(0, 10));
  const plain = fc.constantFrom(
    ...(["yes", "no", "known", "unknown", "given", "not_given", "empty"] as const),
  );
  const isAsked = path.includes(".") && !/messages|list.1|data.in|a b/.test(path);
  return fc.oneof(
    fc.record({
      path: fc.constant(path),
      op: fc.constantFrom("is" as const, "is_not" as const, "has_item" as const),
      value: scalar,
    }),
    fc.record({
      path: fc.constant(path),
      op: fc.constantFrom(...(["over", "at_least", "under", "at_most"] as const)),
      value: number,
    }),
    fc.record({
      path: fc.constant(path),
      op: fc.constantFrom(...(["contains", "not_contains", "starts_with", "ends_with"] as const)),
      value: text,
    }),
    fc.record({
      path: fc.constant(path),
      op: fc.constantFrom("one_of" as const, "none_of" as const),
      value: fc.array(scalar, { maxLength: 4 }),
    }),
    plain
      .filter((op) => isAsked || !op.endsWith("given"))
      .map((op): Row => ({ path, op, value: null })),
    fc.record({
      path: fc.constant(path),
      op: fc.constantFrom("before" as const, "from" as const),
      value: fc.oneof(bare, day),
    }),
    fc
      .constantFrom("past" as const, "ahead" as const)
      .map((op): Row => ({ path, op, value: null })),
    fc.record({
      path: fc.constant(path),
      op: fc.constantFrom("less_ahead" as const, "more_ago" as const),
      value: span,
    }),
  );
});
const join = fc.constantFrom("and" as const, "or" as const);
const inner: fc.Arbitrary<InnerGroup> = fc.record({
  join,
  rows: fc.array(row, { minLength: 1, maxLength: 3 }),
});
const group: fc.Arbitrary<Group> = fc
  .record({ join, items: fc.array(fc.oneof(row, inner), { maxLength: 5 }) })
  .map(normalGroup);

const scopes = fc.record({
  data: fc.record(
    {
      a: fc.oneof(scalar, fc.boolean(), fc.constant(null)),
      b: fc.constantFrom("x", 1, true, false),
      c: fc.oneof(
        fc.constant(null),
        fc.constant({}),
        fc.constant({ d: null }),
        fc.constant({ d: 3, e: { f: "x" } }),
      ),
      list: fc.array(fc.constantFrom("x", 1), { maxLength: 3 }),
      in: fc.constantFrom(1, "x"),
      when: day,
      day: day.map((moment) => moment.slice(0, 10)),
    },
    { requiredKeys: [] },
  ),
  person: fc.constantFrom(
    { attributes: {}, location: null },
    { attributes: { plan: "x" }, location: { city: null } },
    { attributes: { plan: 3 }, location: { city: "x" } },
  ),
  messages: fc.constantFrom({}, { "s-1": { opened: true }, "7": { openedAt: now - HOUR_MS } }),
  open: fc.record({ count: fc.integer({ min: 0, max: 4 }) }),
  case: fc.constant({ openedAt: now - 72 * HOUR_MS }),
  due: fc.constantFrom(null, now + HOUR_MS, now - HOUR_MS),
  now: fc.constant(now),
});

describe("rows of conditions", () => {
  test("what is written reads as the same rows", () => {
    fc.assert(
      fc.property(group, (rows) => {
        expect(readRows(writeRows(rows))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  test("what is written parses, and is true exactly when the rows say so", () => {
    fc.assert(
      fc.property(group, scopes, (rows, scope) => {
        const cel = writeRows(rows);
        expect(parseCondition(cel)).toMatchObject({ ok: true });
        expect([cel, evaluateText(cel, scope).value]).toEqual([cel, groupHolds(rows, scope)]);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["data.amount > 5000", "data.amount > 5000"],
    ["5000 < data.amount", "data.amount > 5000"],
    ["data.vip", "data.vip == true"],
    ["!data.vip", "data.vip == false"],
    ["data.country in ['DE', 'AT']", 'data.country in ["DE", "AT"]'],
    ["true", "true"],
    ["data.a == 1 && (data.b == 2 && data.c == 3)", "data.a == 1 && data.b == 2 && data.c == 3"],
    ["now < due", "due > now"],
    [
      "data.x != null || due - now < duration('48h')",
      '(has(data.x) && data.x != null) || due - now < duration("48h")',
    ],
    ["messages['s-1'].opened", 'messages["s-1"].opened == true'],
    ["data.t < timestamp('2025-01-01T00:00:00Z')", null],
    [
      "timestamp(data.t) < timestamp('2025-01-01T00:00:00Z')",
      'timestamp(data.t) < timestamp("2025-01-01T00:00:00Z")',
    ],
    ["due < timestamp('2025-01-01T00:00:00Z')", 'due < timestamp("2025-01-01T00:00:00Z")'],
    ["has(data.x)", "has(data.x)"],
    ["case.answer == 'cancel.confirmed'", 'case.answer == "cancel.confirmed"'],
    ["data.url == 'https://x'", 'data.url == "https://x"'],
  ])("%s is shown as rows and written as %s", (cel, written) => {
    const rows = readRows(cel);
    expect(rows && writeRows(rows)).toBe(written);
  });

  test.each([
    ["a text that does not parse", "data.amount >"],
    ["two fields", "data.amount > data.limit"],
    ["arithmetic", "data.amount + 1 > 3"],
    ["a comment", "data.amount > 3 // much"],
    ["three levels", "data.a == 1 || (data.b == 1 && (data.c == 1 || data.d == 1))"],
    ["loops", "data.items.exists(i, i.price > 3)"],
    ["a pattern", "data.x.matches('a+')"],
    ["the opposite of a comparison with null, which a missing field has not", "!(data.x != null)"],
    ["a whole number beyond what JSON carries", "data.x == 9007199254740993"],
    [
      "too many rows",
      Array(ROWS_MAX + 1)
        .fill("data.a == 1")
        .join(" && "),
    ],
    ["a false constant", "false"],
  ])("%s cannot be shown as rows", (_, cel) => {
    expect(readRows(cel)).toBeNull();
  });
});

/** True, false, or null: no answer. */
type Answer = boolean | null;

function groupHolds({ join, items }: Group, scope: unknown): boolean {
  const answers = items.map((item) =>
    isInnerGroup(item)
      ? joined(
          item.rows.map((r) => holds(r, scope)),
          item.join,
        )
      : holds(item, scope),
  );
  return joined(answers, join) === true;
}

function joined(answers: Answer[], join: "and" | "or"): Answer {
  const settles = join === "or";
  if (answers.includes(settles)) return settles;
  return answers.includes(null) ? null : !settles;
}

const MISSING = Symbol("missing");

function valueAt(scope: unknown, path: string): unknown {
  let value: unknown = scope;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return MISSING;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function holds(row: Row, scope: unknown): Answer {
  const value = valueAt(scope, row.path);
  if (row.op === "known") return value !== MISSING && value !== null;
  if (row.op === "unknown") return value === MISSING || value === null;
  if (row.op === "given" || row.op === "not_given") {
    const holder = valueAt(scope, row.path.slice(0, row.path.lastIndexOf(".")));
    if (holder === MISSING) return null;
    return (value !== MISSING) === (row.op === "given");
  }
  if (value === MISSING) return null;
  const texts = (rule: (text: string) => boolean) =>
    typeof value === "string" ? rule(value) : null;
  const numbers = (rule: (n: number) => boolean) =>
    typeof value === "number" && !isOwnMoment(row.path) ? rule(value) : null;
  const moments = (rule: (at: number) => boolean) => {
    if (isOwnMoment(row.path)) return typeof value === "number" ? rule(value) : null;
    return typeof value === "string" && /T.*Z$/.test(value) ? rule(Date.parse(value)) : null;
  };
  const same = (other: unknown) => !isOwnMoment(row.path) && value === other;
  switch (row.op) {
    case "is":
      return same(row.value);
    case "is_not":
      return !same(row.value);
    case "over":
      return numbers((n) => n > row.value);
    case "at_least":
      return numbers((n) => n >= row.value);
    case "under":
      return numbers((n) => n < row.value);
    case "at_most":
      return numbers((n) => n <= row.value);
    case "contains":
      return texts((it) => it.includes(row.value));
    case "not_contains":
      return texts((it) => !it.includes(row.value));
    case "starts_with":
      return texts((it) => it.startsWith(row.value));
    case "ends_with":
      return texts((it) => it.endsWith(row.value));
    case "has_item":
      if (Array.isArray(value)) return value.includes(row.value);
      return typeof value === "object" && value !== null ? Object.hasOwn(value, row.value) : null;
    case "one_of":
      return row.value.some(same);
    case "none_of":
      return !row.value.some(same);
    case "yes":
      return value === true;
    case "no":
      return value === false;
    case "empty":
      return value === null;
    case "before":
    case "from": {
      const isBefore = row.op === "before";
      if (BARE_DATE.test(row.value) && !isOwnMoment(row.path)) {
        return texts((it) => it < row.value === isBefore);
      }
      return moments((at) => at < Date.parse(row.value) === isBefore);
    }
    case "past":
      return moments((at) => at < now);
    case "ahead":
      return moments((at) => at > now);
    case "less_ahead":
      return moments((at) => at - now < row.value);
    case "more_ago":
      return moments((at) => now - at >= row.value);
  }
}
