import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unpaidInvoiceContent } from "@/core/gallery/unpaid-invoice-content";
import { arranged, type Block, parseBlocks, placed, writeBlocks } from "./blocks";

const kinds = (body: string) => parseBlocks(body).blocks.map(({ block }) => block.kind);

const line = fc.constantFrom(
  ...'# Heading|## {{ data.x | upcase }}|---|***|text|- item|1. item|{% if data.x %}|{% endif %}|{% for i in data.l %}| {{ i }} |{% endfor %}|{{ data.y | default: "a" }}|![a](https://x.example/a.png)|![]()|> quote|<b>html</b>|    code||| |\t|\\'.split(
    "|",
  ),
  "| a | {{ data.b | money: 'EUR' }} |",
  "|---|---|",
  "| :-- |",
  "{{ broken",
  "{%",
);
const bodies = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n\n", "\r\n", "\n \n", "  \n")), { maxLength: 14 })
  .map((lines) => lines.map((parts) => parts.join("")).join(""));

test("any body comes back byte for byte, and reads the same again", () => {
  fc.assert(
    fc.property(fc.oneof(bodies, fc.string()), (body) => {
      const first = parseBlocks(body);
      expect(writeBlocks(first)).toBe(body);
      expect(parseBlocks(writeBlocks(first))).toEqual(first);
    }),
    { numRuns: 2_000 },
  );
});

test("blocks that were moved keep their words", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const { lead, blocks } = parseBlocks(body);
      const turned = writeBlocks(arranged(lead, [...blocks].reverse()));
      for (const { source } of blocks) expect(turned).toContain(source);
    }),
  );
});

test("the bodies of the gallery come back byte for byte", () => {
  for (const { content, locales } of Object.values(unpaidInvoiceContent)) {
    for (const { body } of [content, ...Object.values(locales ?? {})]) {
      expect(writeBlocks(parseBlocks(body))).toBe(body);
    }
  }
});

describe("what is written", () => {
  test("becomes the block it stands for", () => {
    const body =
      '# Hello\n\nFirst.\n\n- one\n- two\n\n---\n\n![Plan](https://x.example/{{ data.id }}.png)\n\n| Invoice | {{ data.number }} |\n| --- | --- |\n| Amount | {{ data.amount | money: "EUR" }} |\n\nBye';
    expect(kinds(body)).toEqual(["heading", "text", "divider", "image", "table", "text"]);
    expect(parseBlocks(body).blocks[4]?.block).toEqual({
      kind: "table",
      rows: [
        ["Invoice", "{{ data.number }}"],
        ["Amount", '{{ data.amount | money: "EUR" }}'],
      ],
    });
  });

  test("paragraphs beside each other are one block", () => {
    expect(kinds("a\n\nb\n\n- c\n\n## d\n\ne")).toEqual(["text", "heading", "text"]);
  });

  test("stays together between a Liquid tag and its end", () => {
    expect(kinds("{% if data.x %}\n\n# a\n\n---\n\n{% endif %}\n\n# b")).toEqual([
      "text",
      "heading",
    ]);
  });

  test("a tag that never ends takes only its own paragraph", () => {
    expect(kinds("{% if data.x %}\n\n# a")).toEqual(["text", "heading"]);
  });

  test("a table with rows of a loop stays as it is written", () => {
    const body = "| a | b |\n|---|---|\n{% for i in data.l %}| {{ i }} | x |\n{% endfor %}";
    expect(kinds(body)).toEqual(["text"]);
  });
});

const words = fc
  .array(fc.constantFrom("a", "|", "\\", "[", "]", "#", "!", "{{ data.x | upcase }}", "é", "*"))
  .map((all) => all.join(" "));

test.each<[string, fc.Arbitrary<Block>]>([
  [
    "heading",
    fc.record({
      kind: fc.constant("heading" as const),
      level: fc.constantFrom(1, 2, 3),
      text: fc.constantFrom("Hello", "Due {{ due | date }}", "a | b", "5 # 6"),
    }),
  ],
  [
    "table",
    fc.record({
      kind: fc.constant("table" as const),
      rows: fc.array(fc.array(words, { minLength: 2, maxLength: 2 }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  ],
])("a %s reads as it was written", (_, blocks) => {
  fc.assert(
    fc.property(blocks, (block) => {
      const [read] = parseBlocks(writeBlocks(arranged("", [placed(block)]))).blocks;
      if (block.kind === "table" && read?.block.kind !== "table") {
        throw new Error(JSON.stringify({ block, read }));
      }
      expect(read?.source).toBe(placed(block).source);
    }),
  );
});

test("an image keeps its words and its address", () => {
  const image = { kind: "image" as const, alt: "A [plan]", url: "https://x.example/a b.png" };
  const body = writeBlocks(arranged("", [placed(image)]));
  expect(body).toBe("![A \\[plan\\]](https://x.example/a%20b.png)");
  expect(parseBlocks(body).blocks[0]?.block).toEqual({
    kind: "image",
    alt: "A [plan]",
    url: "https://x.example/a%20b.png",
  });
});
