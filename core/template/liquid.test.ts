import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REFUSED_TAG_NAMES } from "@/core/template/engine";
import type { Escape } from "@/core/template/escape";
import { parseTemplate, renderText, variablesOf } from "@/core/template/liquid";

const now = Date.parse("2025-12-09T10:00:00Z");
const scope = {
  data: {
    name: "Bo",
    amount: 1234.5,
    text: "12.50",
    currency: "EUR",
    day: "2025-12-12",
    at: "2025-12-12T16:30:00Z",
    list: ["a", "b"],
    none: null,
  },
  open: { count: 3 },
  due: Date.parse("2025-12-12T23:30:00Z"),
  now,
};

function render(text: string, options: { locale?: string; zone?: string; escape?: Escape } = {}) {
  const settings = { locale: "en", zone: "UTC", now, escape: "plain" as const, ...options };
  return renderText(text, scope, settings);
}

function rendered(text: string, options: Parameters<typeof render>[1] = {}): string {
  const result = render(text, options);
  if (!result.ok) throw new Error(result.message);
  return result.text.replace(/[\u00a0\u202f]/g, " ");
}

describe("renderText", () => {
  test.each([
    ["Hello {{ data.name }}", "Hello Bo"],
    ["{{ data.absent | default: 'you' }}", "you"],
    ["{{ data.absent.deep | default: 'you' }}", "you"],
    ['{{ data.absent | date: "long" | default: "soon" }}', "soon"],
    ['{{ data.absent | times: 2 | default: "some" }}', "some"],
    ['{% if data.name %}{{ data.absent | money: "EUR" | default: "-" }}{% endif %}', "-"],
    ["{{ data.amount | money: data.currency | hold }}", "€1,234.50"],
    ["{% if data.absent %}yes{% else %}no{% endif %}", "no"],
    ["{% for item in data.list %}{{ item }};{% endfor %}", "a;b;"],
    ["{{ data.list }}", "a, b"],
    ["{{ data.amount | money: data.currency }}", "€1,234.50"],
    ["{{ data.text | money: 'usd' }}", "$12.50"],
    ["{{ data.amount | number }} {{ data.amount | number: 0 }}", "1,234.5 1,235"],
    ["{{ due | date: 'long' }}", "Friday 12 December 2025"],
    ["{{ data.day | date: 'long' }}", "Friday 12 December 2025"],
    ["{{ data.day | date }}", "12 Dec 2025"],
    ["{{ data.day | date: 'iso' }}", "2025-12-12"],
    [
      "{{ 'now' | date: '%A %-d %B %Y, %H:%M %p %j %u %z %%' }}",
      "Tuesday 9 December 2025, 10:00 AM 343 2 +0000 %",
    ],
    ["{{ data.at | time }}", "16:30"],
    ["{{ data.day | relative }}", "in 3 days"],
    ["{{ data.at | relative }}", "in 3 days"],
    ["{{ 'now' | relative }}", "this minute"],
    ["{{ data.none | date: 'long' | default: 'soon' }}", "soon"],
    ["{{ open.count | plural: 'review', 'reviews' }}", "reviews"],
    ["{{ 1 | plural: 'review', 'reviews' }}", "review"],
    ["{{ 0.1 | percent }} {{ 0.125 | percent: 1 }}", "10% 12.5%"],
    ["{{ data.list | list }}", "a and b"],
    ["{{ data.none | list | default: 'nobody' }}", "nobody"],
  ])("%s gives %s", (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  test("dates, times and money follow the reader's language and zone", () => {
    const berlin = { locale: "de", zone: "Europe/Berlin" };
    expect(rendered("{{ due | date: 'long' }}", berlin)).toBe("Samstag, 13. Dezember 2025");
    expect(rendered("{{ due | date: '%A %d. %B %z' }}", berlin)).toBe("Samstag 13. Dezember +0100");
    expect(rendered("{{ due | time }}", berlin)).toBe("00:30");
    expect(rendered("{{ due | time }}", { locale: "en-US", zone: "America/New_York" })).toBe(
      "6:30 PM",
    );
    expect(rendered("{{ data.amount | money: 'EUR' }}", berlin)).toBe("1.234,50 €");
    expect(rendered("{{ data.day | relative }}", berlin)).toBe("in 3 Tagen");
  });

  test("a bare date is the same day in every zone", () => {
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      expect(rendered("{{ data.day | date: 'iso' }}", { zone })).toBe("2025-12-12");
    }
  });

  test("a locale that is none falls back to English", () => {
    expect(rendered("{{ data.amount | number }}", { locale: "not a locale" })).toBe("1,234.5");
    expect(rendered("{{ data.amount | number }}", { locale: "de_DE" })).toBe("1.234,5");
  });

  test.each([
    ["a\n b {{ data.absent }}", 2, 7, /"data\.absent" has no value/],
    ["{{ data.absent.deep }}", 1, 4, /"data\.absent"/],
    ["{{ data.constructor }}", 1, 4, /no value/],
    ["{{ data.name | nope }}", 1, 1, /no filter "nope"/],
    ["{{ data.name | raw }}", 1, 1, /no filter "raw"/],
    ["x\n{% nope %}", 2, 1, /no tag "nope"/],
    ["{% if data.name %}", 1, 1, /not closed/],
    ["{{ data.name | date }}", 1, 1, /not a date/],
    ["{{ data.day | date: 'nice' }}", 1, 1, /long/],
    ["{{ data.day | time }}", 1, 1, /without a time/],
    ["{{ data.amount | money }}", 1, 1, /currency/],
    ["{{ data.name | money: 'EUR' }}", 1, 1, /not a number/],
    ["{{ open.count | plural: 'a' }}", 1, 1, /two to four/],
    ["{{ data.name | percent }}", 1, 1, /not a number/],
    ["{{ 1 | percent: 99 }}", 1, 1, /0 to 20/],
    ["{{ data.name | list }}", 1, 1, /not a list/],
  ])("%s is refused with its place", (text, line, column, message) => {
    const result = render(text);
    expect(result).toMatchObject({ ok: false, line, column });
    if (!result.ok) expect(result.message).toMatch(message);
  });

  test("an unknown zone is an answer, not a crash", () => {
    expect(render("{{ due | time }}", { zone: "Mars/Base" }).ok).toBe(false);
  });

  test.each(REFUSED_TAG_NAMES)("the tag %s is refused with a reason", (tag) => {
    const result = parseTemplate(`{% ${tag} 'x' %}`);
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(result.problem.message).toMatch(
        /not available|are a snippet|whole message|there are no/,
      );
  });

  test.each([
    "{% for i in (1..1000000000) %}{% for j in (1..1000000000) %}x{% endfor %}{% endfor %}",
    "{% for i in (1..9999) %}{% for j in (1..9999) %}{% assign k = j %}{% endfor %}{% endfor %}",
    "{% assign s = 'x' %}{% for i in (1..99) %}{% assign s = s | append: s %}{% endfor %}",
    `{% for i in (1..9999) %}${"long ".repeat(100)}{% endfor %}`,
  ])("%s ends in an error, every time", (text) => {
    expect(render(text).ok).toBe(false);
    expect(render(text).ok).toBe(false);
  });

  test.each([
    "strip_html",
    "strip_newlines",
    "squish",
    "normalize_whitespace",
    "truncatewords: 5",
    "number_of_words",
    "slugify",
    "url_decode",
    "escape_once",
    "split: ' '",
    "replace: '<', '<<'",
  ])("%s takes no longer than its text is long, whatever stands in it", (filter) => {
    const chars = 50_000;
    for (const piece of ["<script", "<!--", "<", " ", "&", "%4", "\n "]) {
      const text = `${piece.repeat(chars / piece.length)}x`;
      const began = performance.now();
      const settings = { locale: "en", zone: "UTC", now, escape: "plain" as const };
      const result = renderText(`{{ data.text | ${filter} }}`, { data: { text } }, settings);
      expect(typeof result.ok).toBe("boolean");
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });

  test.each([
    ["{% if data.name %}".repeat(3_000) + "{% endif %}".repeat(3_000)],
    [`{{ ${"data[".repeat(5_000)}1${"]".repeat(5_000)} }}`],
    [`{{ data.name ${"| append: 'x' ".repeat(4_000)}}}`],
    ["{{ (1..100000000) | join: ',' }}"],
    ["{{".repeat(20_000)],
    ["{% if ".repeat(8_000)],
  ])("a text that nests or grows without end is an answer", (text) => {
    const began = performance.now();
    expect(render(text).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  test("a subject is one line", () => {
    const result = renderText(
      "Re: {{ data.a }} ",
      { data: { a: "x\r\nBcc: y\u202e\u0000" } },
      {
        locale: "en",
        zone: "UTC",
        now,
        escape: "subject",
      },
    );
    expect(result).toEqual({ ok: true, text: "Re: x Bcc: y" });
  });

  test("a captured value is escaped once", () => {
    const text = "{% capture c %}{{ data.list | join: '*' }}{% endcapture %}{{ c }}";
    expect(rendered(text, { escape: "markdown" })).toBe("a\\*b");
  });

  test("never throws, whatever the template and the data", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom(
        ..."{{|}}|{%|%}|{{ data|.a|[0]| | date: |'long'| }}|{% if data.a %}|{% endif %}|{% for x in data.a %}|{% endfor %}| | money: 'EUR'| | where: 'a'| | sort| | json".split(
          "|",
        ),
      ),
    );
    const template = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    const mode = fc.constantFrom<Escape>("markdown", "subject", "plain", "url", "url-base");
    fc.assert(
      fc.property(template, fc.jsonValue(), mode, (text, json, given) => {
        const data = { a: json };
        const result = renderText(
          text,
          { data },
          { locale: "en", zone: "UTC", now, escape: given },
        );
        if (result.ok) expect(typeof result.text).toBe("string");
        else expect(result.line).toBeGreaterThan(0);
        expect(Array.isArray(variablesOf(text))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each([
  ["Hi {{ data.absent | hold }}", "data.absent", 4],
  ['{{ data.none | date: "long" | hold }}', "data.none", 1],
  ["{% if data.name %}{{- data.absent.deep | upcase | hold -}}{% endif %}", "data.absent.deep", 19],
])("%s waits for its value and says where", (text, awaits, column) => {
  expect(render(text)).toMatchObject({ ok: false, awaits, line: 1, column });
});

test("a value that is missing without a word about it is not waited for", () => {
  const result = render("{{ data.absent }}{{ data.none | hold }}");
  expect(result).toMatchObject({ ok: false, column: 4 });
  expect(result).not.toHaveProperty("awaits");
});

test("variablesOf lists what a template reads from its scope, not what it assigns", () => {
  const text =
    "{% assign x = data.a %}{{ x }}{{ data.b.c | money: data.currency }}{% for i in data.items %}{{ i.p }}{% endfor %}{% if open.count > 1 %}{% endif %}";
  expect(variablesOf(text).toSorted()).toEqual(
    ["data.a", "data.b.c", "data.currency", "data.items", "open.count"].toSorted(),
  );
});

test("the same text is parsed once", () => {
  expect(parseTemplate("{{ data.once }}")).toBe(parseTemplate("{{ data.once }}"));
});
