import { describe, expect, test } from "vitest";
import { parseTemplate } from "./liquid";
import { snippetOf, usesIn, withPolicy } from "./variable-uses";

const policies = (text: string) => usesIn(text).map(({ path, policy }) => [path, policy.kind]);

describe("usesIn", () => {
  test.each([
    ["{{ data.a }}", [["data.a", "stop"]]],
    ['{{ data.a | money: "EUR" | default: "soon" }}', [["data.a", "fallback"]]],
    ["{{ data.a | upcase | hold }}", [["data.a", "hold"]]],
    ["Hi{% if data.a %}{{ data.a | upcase }}{% endif %}!", [["data.a", "hide"]]],
    ["{% if due %}{{ due | date }}{% else %}soon{% endif %}", [["due", "own"]]],
    ["{% if data.b %}{{ data.a }}{% endif %}", [["data.a", "stop"]]],
    ["{% if data.a %}x{% endif %}{{ data.a }}", [["data.a", "stop"]]],
    ["{% for i in data.l %}{{ i.name }}{{ data.x }}{% endfor %}", [["data.x", "stop"]]],
    ['{{ data.items[0]["a b"] }} {{ "text" }}', [['data.items[0]["a b"]', "stop"]]],
  ])("%s", (text, expected) => {
    expect(policies(text)).toEqual(expected);
  });
});

test("a policy changes its own place only, and can be taken back", () => {
  const text = 'Due {{ due | date: "day" }} for {{ data.name }}.';
  const [due, name] = usesIn(text);
  if (!due || !name) throw new Error("two uses");
  const hidden = withPolicy(text, name, { kind: "hide" });
  expect(hidden).toBe(
    'Due {{ due | date: "day" }} for {% if data.name %}{{ data.name }}{% endif %}.',
  );
  const fallen = withPolicy(hidden, due, { kind: "fallback", text: 'the "agreed" day' });
  expect(fallen).toContain('{{ due | date: "day" | default: "the ”agreed” day" }}');
  const waiting = withPolicy(fallen, { ...due, to: fallen.indexOf("}}") + 2 }, { kind: "hold" });
  expect(waiting).toContain('{{ due | date: "day" | hold }}');
  const back = usesIn(waiting).reduceRight(
    (all, use) => withPolicy(all, use, { kind: "stop" }),
    waiting,
  );
  expect(back).toBe(text);
});

test.each([
  [{ path: "due", example: 1 }, '{{ due | date: "long" }}'],
  [{ path: "data.n", example: 3 }, "{{ data.n }}"],
  [{ path: "data.l", example: ["a"] }, "{% for item in data.l %}- {{ item }}\n{% endfor %}"],
  [
    { path: "data.l", example: [{ sku: 1 }] },
    "{% for item in data.l %}- {{ item.sku }}\n{% endfor %}",
  ],
])("choosing %j writes Liquid that can be read", (variable, snippet) => {
  expect(snippetOf(variable)).toBe(snippet);
  expect(parseTemplate(snippet).ok).toBe(true);
});
