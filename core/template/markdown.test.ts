import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderText } from "@/core/template/liquid";
import { linksOf, markdownToHtml } from "@/core/template/markdown";
import { markdownToText } from "@/core/template/markdown-text";

const settings = { locale: "en", zone: "UTC", now: 0, escape: "markdown" as const };

function bodyWith(value: string, template = "Hello {{ data.v }}, bye"): string {
  const result = renderText(template, { data: { v: value } }, settings);
  if (!result.ok) throw new Error(result.message);
  return result.text;
}

const tagsIn = (html: string) => [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((tag) => tag[1]);

describe("a value in a body", () => {
  const pieces = fc.constantFrom(
    ..."[ ] ( ) ! < > * _ # - + = | \\ ` ~ & : . 1. http://evil.example javascript:alert(1) <img src=x> &#91; www.e.de a@b.de \n \n\n \t".split(
      " ",
    ),
    "[x](http://evil.example)",
    "![x](http://evil.example/x.png)",
    "[x]: http://evil.example",
    "<http://evil.example>",
    "    code",
    "\uf75b",
    "| a |\n|---|",
    "# h",
    "\n- a",
    "\n1. a",
    "\n---\n",
    "\n===\n",
    " ",
  );
  const hostile = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(""));
  const templates = fc.constantFrom(
    "Hello {{ data.v }}, bye",
    "{{ data.v }}",
    "{{ data.v }}{{ data.v }}",
    "line\n{{ data.v }}\nline",
    "\\{{ data.v }}",
    "Hi **{{ data.v }}**",
    "{% capture c %}{{ data.v }}{% endcapture %}{{ c }}",
    "{% for i in data.l %}{{ i }}\n{% endfor %}",
    "{{ data.v | json }}{{ data.l | join: '(' }}",
  );

  test("never makes a tag other than paragraphs, breaks and the author's own", () => {
    fc.assert(
      fc.property(hostile, templates, (value, template) => {
        const result = renderText(template, { data: { v: value, l: [value, value] } }, settings);
        if (!result.ok) throw new Error(result.message);
        const html = markdownToHtml(result.text);
        for (const tag of tagsIn(html)) expect(["p", "br", "strong"]).toContain(tag);
        expect(linksOf(result.text)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  test("is shown exactly as it was given", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (value) => {
        const line = value.replace(/[\s\p{Cc}]+/gu, " ");
        const html = markdownToHtml(bodyWith(line, "a{{ data.v }}z"));
        const text = html
          .replace(/^<p>|<\/p>\n$/g, "")
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&amp;", "&");
        expect(text).toBe(`a${line}z`);
      }),
    );
  });

  test("cannot turn the author's link into an image", () => {
    const body = bodyWith("Look!", "{{ data.v }}[Pay](https://pay.example/i)");
    expect(markdownToHtml(body)).toBe('<p>Look!<a href="https://pay.example/i">Pay</a></p>\n');
  });

  test("that is an address works as the target the author gave it", () => {
    const body = bodyWith("https://pay.example/i?a=1&b=(2)", "[Pay]({{ data.v }})");
    expect(linksOf(body)).toEqual(["https://pay.example/i?a=1&b=(2)"]);
  });

  test("that is a script address makes no link", () => {
    const body = bodyWith("javascript:alert(1)", "[Pay]({{ data.v }})");
    expect(markdownToHtml(body)).not.toContain("<a");
  });

  test("is not cluttered where nothing could happen", () => {
    expect(bodyWith("Ana-Maria O'Neil, 12.50 at 17:00")).toBe(
      "Hello Ana-Maria O'Neil, 12.50 at 17:00, bye",
    );
  });
});

const SOURCE = `# Your Invoice

Please **pay** *soon* or [write to us](mailto:a@b.example).
Second line

- one
- [two](https://x.example/2)
  1. deep
  2. deeper

| Item | Price |
|---|--:|
| Tea | 3 |

---

[https://x.example/2](https://x.example/2) <b>html</b> ![no](https://img.example/x.png) \`code\`
[bad](javascript:alert(1)) https://plain.example`;

describe("markdownToHtml", () => {
  test("knows paragraphs, headings, lists, emphasis, links, tables, rules and images, and nothing else", () => {
    expect(new Set(tagsIn(markdownToHtml(SOURCE)))).toEqual(
      new Set("h1 p strong em a br ul li ol table thead tbody tr th td hr img".split(" ")),
    );
  });

  test("shows HTML and refused addresses as text", () => {
    const html = markdownToHtml(SOURCE);
    expect(html).toContain("&lt;b&gt;html&lt;/b&gt;");
    expect(html).not.toContain('href="javascript');
  });

  test("fetches an image only over https, and else shows its words", () => {
    expect(markdownToHtml("![A *map*](https://img.example/x.png)")).toBe(
      '<p><img src="https://img.example/x.png" alt="A map"></p>\n',
    );
    expect(markdownToHtml("![A map](http://img.example/x.png)")).toBe("<p>A map</p>\n");
  });
});

test("linksOf gives http(s) links in order, each once", () => {
  expect(linksOf(SOURCE)).toEqual(["https://x.example/2"]);
});

test("markdownToText is readable and keeps the letters of headings", () => {
  expect(markdownToText(SOURCE)).toBe(`Your Invoice

Please pay soon or write to us (a@b.example).
Second line

- one
- two (https://x.example/2)
  1. deep
  2. deeper

Item | Price
Tea | 3

---

https://x.example/2 <b>html</b> no \`code\`
[bad](javascript:alert(1)) https://plain.example`);
});
