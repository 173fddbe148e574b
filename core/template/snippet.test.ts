import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentProblems, textProblems, variablesOfContent } from "./content-problems";
import { renderText } from "./liquid";
import { previewContent } from "./preview-content";
import { renderContent } from "./render-content";
import {
  reachedSnippets,
  SNIPPET_DEPTH_MAX,
  SNIPPET_PLACES_MAX,
  type Snippet,
  snippetsFor,
  snippetsIn,
} from "./snippet";

const SNIPPETS = new Map<string, Snippet>([
  ["signature", { text: "Yours, {{ case.owner }}", locales: { de: "Ihr {{ case.owner }}" } }],
  ["outer", { text: "[{% snippet 'signature' %}]" }],
  ["total", { text: "Open: {{ data.total | money: 'EUR' }}" }],
  ["waits", { text: "{{ data.total | hold }}" }],
  ["self", { text: "{% snippet 'self' %}" }],
  ["lost", { text: "{% snippet 'nowhere' %}" }],
]);
const scope = { case: { owner: "Grace *G*" }, data: {} };

function rendered(text: string, locale = "en") {
  const snippets = snippetsFor(SNIPPETS, { locale, home: "en" });
  return renderText(text, scope, { locale, zone: "UTC", now: 0, escape: "markdown", snippets });
}

describe("a snippet in a text", () => {
  test.each([
    ['{% snippet "signature" %}', "en", "Yours, Grace \\*G\\*"],
    ["{%- snippet 'signature' -%}", "de-AT", "Ihr Grace \\*G\\*"],
    ['{% snippet "outer" %}', "fr", "[Yours, Grace \\*G\\*]"],
    ["{% if case.owner %}{% snippet 'signature' %}{% endif %}", "en", "Yours, Grace \\*G\\*"],
  ])("%s for %s is written with the same values", (text, locale, expected) => {
    expect(rendered(text, locale)).toEqual({ ok: true, text: expected });
  });

  test.each([
    ['a\n{% snippet "nowhere" %}', 2, 1, /no snippet "nowhere"/],
    ["{% snippet total %}", 1, 1, /between quotes/],
    [
      'Hi {% snippet "total" %}',
      1,
      4,
      /in the snippet "total", line 1, column 10: "data\.total" has no value/,
    ],
    ['{% snippet "self" %}', 1, 1, new RegExp(`at most ${SNIPPET_DEPTH_MAX} deep`)],
    ['{% snippet "signature" %}'.repeat(SNIPPET_PLACES_MAX + 1), 1, 2_501, /at most 100 snippets/],
  ])("%s is refused at its place", (text, line, column, message) => {
    const result = rendered(text);
    expect(result).toMatchObject({ ok: false, line, column });
    if (!result.ok) expect(result.message).toMatch(message);
  });

  test("waits for the value that it waits for", () => {
    expect(rendered('{% snippet "waits" %}')).toMatchObject({ ok: false, awaits: "data.total" });
  });

  test("is not read from a text that names no key of its own", () => {
    expect(rendered('{% snippet "__proto__" %}')).toMatchObject({ ok: false });
  });
});

test("a preview marks a snippet that cannot be written and goes on", () => {
  const snippets = snippetsFor(SNIPPETS, { locale: "en", home: "en" });
  const content = { body: 'Hello. {% snippet "total" %} {% snippet "signature" %}' };
  const { missing, rendered: words } = previewContent(content, scope, {
    locale: "en",
    zone: "UTC",
    now: 0,
    snippets,
  });
  expect(missing).toMatchObject([{ field: "body", isAbsent: true }]);
  expect(words.body).toContain("Yours, Grace");
});

test("a content is checked with what its snippets read and lack", () => {
  const content = {
    subject: '{% snippet "total" %}',
    body: 'Hi\n{% snippet "nowhere" %} {% snippet "lost" %}',
  };
  expect(contentProblems(content, null)).toEqual([]);
  expect(contentProblems(content, SNIPPETS)).toEqual([
    { field: "body", line: 2, column: 1, message: 'there is no snippet "nowhere"' },
    expect.objectContaining({ line: 2, column: 25, message: expect.stringContaining("lost") }),
  ]);
  expect(variablesOfContent(content, SNIPPETS)).toEqual(["data.total"]);
});

test("snippets that would hold themselves are found", () => {
  expect(reachedSnippets(["{% snippet 'self' %}"], SNIPPETS).endless).toEqual({
    key: "self",
    isCircle: true,
  });
  const chain = new Map(
    ["a", "b", "c", "d"].map((key, i, all) => [key, { text: `{% snippet "${all[i + 1]}" %}` }]),
  );
  expect(reachedSnippets(["{% snippet 'a' %}"], chain).endless).toEqual({
    key: "d",
    isCircle: false,
  });
  expect(textProblems("{% snippet 'self' %}", SNIPPETS)).toMatchObject([
    { message: 'the snippet "self" holds itself' },
  ]);
  expect(reachedSnippets(["{% snippet 'outer' %}"], SNIPPETS)).toMatchObject({
    unknown: [],
    endless: null,
  });
});

test("rendering ends, whatever snippets hold", () => {
  const piece = fc.constantFrom(
    "{% snippet 'a' %}",
    "{% snippet 'b' %}",
    "{{ data.x }}",
    "{% for i in (1..99999) %}",
    "{% endfor %}",
    "words ",
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, text, text, (body, a, b) => {
      const source = (key: string) => (key === "a" ? a : key === "b" ? b : null);
      const began = performance.now();
      const settings = { locale: "en", zone: "UTC", now: 0, snippets: source };
      const result = renderContent({ body: body || "x" }, { data: { x: 1 } }, settings);
      expect(typeof result.ok).toBe("boolean");
      expect(performance.now() - began).toBeLessThan(4_000);
      expect(Array.isArray(snippetsIn(body))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
