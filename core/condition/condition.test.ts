import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CONDITION_CHARS_MAX,
  evaluate,
  parseCondition,
  pathsOf,
  rootsOf,
} from "@/core/condition/condition";
import { DAY_MS, HOUR_MS } from "@/core/time";

const now = Date.parse("2025-12-09T10:00:00Z");
const scope = {
  data: {
    amount: 12,
    ratio: 12.5,
    index: 1,
    name: "Bo",
    nothing: null,
    numbers: [1, 2, 3],
    items: [
      { price: 3, tags: ["a"] },
      { price: 4.5, tags: ["b"] },
    ],
    sent: "2025-12-01T00:00:00Z",
    openedAt: 5,
  },
  case: { openedAt: now - 3 * DAY_MS, priority: "high", level: 0 },
  messages: { s1: { sentAt: now - DAY_MS, opened: false, data: { readAt: 1 } } },
  due: now + 40 * HOUR_MS,
  now,
};

function check(text: string, facts: Parameters<typeof evaluate>[1] = scope) {
  const result = parseCondition(text);
  if (!result.ok) throw new Error(result.message);
  return evaluate(result.condition, facts);
}

describe("evaluate", () => {
  test.each([
    "data.amount > 0",
    "data.ratio > 12",
    "data.amount == 12",
    "data.amount == 12.0",
    "data.amount + 1 == 13",
    "data.ratio * 2 == 25",
    "data.amount / 5 == 2.4",
    "data.amount % 5 == 2",
    "1 + 1.5 > 2",
    "-data.amount < 0",
    "data.amount in [11, 12]",
    "2 in data.numbers",
    "size(data.numbers) == 3",
    "data.numbers.size() > data.index",
    "data.numbers[data.index] == 2",
    "data.items.exists(item, item.price > 4)",
    "data.items.all(item, item.tags.exists(tag, tag.startsWith('a') || tag == 'b'))",
    "data.name.startsWith('B') && data.name.contains('o')",
    "data.name.matches('^[A-Z][a-z]$')",
    "data.nothing == null",
    "has(data.amount) && !has(data.absent)",
    "due - now < duration('48h')",
    "due > now",
    "now - case.openedAt >= duration('72h')",
    "messages.s1.sentAt < now",
    "messages.s1.data.readAt == 1",
    "data.openedAt == 5",
    "timestamp(data.sent) < now",
    "data.absent > 1 || true",
    "case.priority in ['high', 'urgent']",
  ])("%s holds", (text) => {
    expect(check(text)).toEqual({ value: true, missing: null, error: null });
  });

  test.each([
    ["data.absent > 1", "data.absent"],
    ["data.customer.id == 'x'", "data.customer"],
    ["!data.absent", "data.absent"],
    ["data.amount > 1 && data.absent", "data.absent"],
    ["data.items.exists(item, item.cost > 4)", "data.items[].cost"],
    ["data['no such'] == 1", "data.no such"],
    ["data.numbers[9] == 1", "data.numbers.9"],
    ["person.name == 'x'", "person"],
    ["data.constructor.name == 'Object'", "data.constructor"],
    ["data.__proto__ == null", "data.__proto__"],
    ["data.name.length > 1", "data.name.length"],
    ["data.nothing.x == 1", "data.nothing.x"],
  ])("%s is false for want of %s", (text, missing) => {
    expect(check(text)).toEqual({ value: false, missing, error: null });
  });

  test.each([
    ["data.name > 3", /string > int/],
    ["data.nothing > 3", /null > int/],
    ["data.amount", /gives a number/],
    ["data.items[0].price.startsWith('x')", /startsWith/],
    ["data.name.matches(data.name + '(')", /without its/],
  ])("%s is false with an error", (text, error) => {
    const result = check(text);
    expect(result).toMatchObject({ value: false, missing: null });
    expect(result.error).toMatch(error);
  });

  test("a case without a due moment has due null", () => {
    expect(check("due == null", { due: null }).value).toBe(true);
    expect(check("due < now", { due: null, now })).toMatchObject({ value: false, missing: null });
  });

  test("a pattern that makes backtracking engines hang ends", () => {
    const text = `${"a".repeat(5_000)}!`;
    expect(check("data.text.matches('^(a+)+$')", { data: { text } }).value).toBe(false);
  });

  test("loops inside loops over long lists are refused, not run", () => {
    const list = Array.from({ length: 5_000 }, (_, i) => i);
    const result = check("data.a.all(x, data.a.exists(y, y < x - 10000))", { data: { a: list } });
    expect(result.error).toContain("too long");
  });

  test("never throws, whatever the expression and the data", () => {
    const leaf = fc.constantFrom(
      ..."data data.a data.b[0] data['c'] due now 1 2.5 'x' null true [1,2] {'a':1} case.openedAt".split(
        " ",
      ),
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(
            tie("expression"),
            fc.constantFrom("+", "-", "*", "/", "%", "<", "==", "&&", "||", "in", "."),
            tie("expression"),
          )
          .map((parts) => `(${parts.join(" ")})`),
        tie("expression").map((inner) => `!${inner}`),
        tie("expression").map((inner) => `size(${inner})`),
        tie("expression").map((inner) => `data.a.exists(x, ${inner})`),
        tie("expression").map((inner) => `${inner}.matches('a|b*')`),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(expression, fc.string()), fc.jsonValue(), (text, json) => {
        const result = parseCondition(text);
        if (!result.ok) {
          expect(result.message).not.toBe("");
          return;
        }
        const data = { a: json, b: [json], c: 1 };
        const { value, missing, error } = evaluate(result.condition, { data, due: now, now });
        expect(typeof value).toBe("boolean");
        if (value) expect([missing, error]).toEqual([null, null]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("parseCondition", () => {
  test.each([
    ["data.amount >", 1, 14, /too early/],
    ["data.amount > 1 &&\n  nope == 1", 2, 3, /no "nope"/],
    ["data.amount > 'a' + 1", 1, 15, /string \+ int/],
    ["data.?a == 1", 1, 1, /.+/],
  ])("%s is refused at its place", (text, line, column, message) => {
    const result = parseCondition(text);
    expect(result).toMatchObject({ ok: false, line });
    if (result.ok) return;
    expect(result.message).toMatch(message);
    if (!text.includes("?")) expect(result.column).toBe(column);
  });

  test.each([
    "1 + 1",
    "cel.bind(x, data.a, x + x)",
    "data.a.all(x, data.a.all(y, data.a.all(z, z > 0)))",
    `${"(".repeat(100)}true${")".repeat(100)}`,
    `data.a == "${"x".repeat(CONDITION_CHARS_MAX)}"`,
    "",
    "constructor",
  ])("%s is refused", (text) => {
    expect(parseCondition(text).ok).toBe(false);
  });

  test("the same text gives the same parsed condition", () => {
    const [one, other] = [parseCondition("data.a == 1"), parseCondition("data.a == 1")];
    expect(one).toBe(other);
  });
});

describe("pathsOf and rootsOf", () => {
  test("tell what a condition reads, names of loops apart", () => {
    const result = parseCondition(
      "data.items.exists(i, i.price > data['limit']) && has(person.attributes.vip) && open.count > 0 && due > now",
    );
    if (!result.ok) throw new Error(result.message);
    expect(pathsOf(result.condition)).toEqual([
      "data.items",
      "data.items[].price",
      "data.limit",
      "person.attributes.vip",
      "open.count",
      "due",
      "now",
    ]);
    expect(rootsOf(result.condition)).toEqual(["data", "person", "open", "due", "now"]);
  });
});
