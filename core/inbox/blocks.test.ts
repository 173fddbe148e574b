import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InboxBlock } from "@/core/contracts/inbox";
import { blocksOf } from "./blocks";

const spansIn = (block: InboxBlock) => (block.kind === "list" ? block.items.flat() : block.spans);
const wordsOf = (blocks: InboxBlock[]) =>
  blocks
    .flatMap(spansIn)
    .map(({ text }) => text)
    .join(" ");

describe("a body as data", () => {
  test("has its looks, links and lists", () => {
    expect(
      blocksOf("# Pay\n\nIt is **very _late_** [here](https://a.example/?b=1).\nNow."),
    ).toEqual([
      { kind: "heading", spans: [{ text: "Pay" }] },
      {
        kind: "paragraph",
        spans: [
          { text: "It is " },
          { text: "very ", bold: true },
          { text: "late", bold: true, italic: true },
          { text: " " },
          { text: "here", href: "https://a.example/?b=1" },
          { text: ".\nNow." },
        ],
      },
    ]);
    expect(blocksOf("- one\n- two\n  - inside\n\nafter")).toEqual([
      {
        kind: "list",
        ordered: false,
        items: [[{ text: "one" }], [{ text: "two" }], [{ text: "inside" }]],
      },
      { kind: "paragraph", spans: [{ text: "after" }] },
    ]);
    expect(blocksOf("1. one\n2. two")).toMatchObject([{ kind: "list", ordered: true }]);
    expect(blocksOf("| a | b |\n|---|---|\n| c | d |").map(spansIn)).toEqual([
      [{ text: "a" }, { text: " | " }, { text: "b" }].map(({ text }) => ({ text })),
      [{ text: "c" }, { text: " | " }, { text: "d" }],
    ]);
  });

  test("shows HTML as text and images as their words, and follows no other link", () => {
    expect(blocksOf("<b onclick=x>hi</b>")).toEqual([
      { kind: "paragraph", spans: [{ text: "<b onclick=x>hi</b>" }] },
    ]);
    expect(blocksOf("![a cat](https://a.example/c.png)")).toEqual([
      { kind: "paragraph", spans: [{ text: "a cat" }] },
    ]);
    const blocks = blocksOf("[x](javascript:alert(1)) [y](data:text/html,1) [z](tel:+49)");
    expect(blocks.flatMap(spansIn).flatMap(({ href }) => href ?? [])).toEqual(["tel:+49"]);
  });

  test("loses no word and leads nowhere else, whatever it is", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."# ,## ,- ,  - ,1. ,> ,**,*,_,`,```\n,\n,\n\n,[,](,),![,<a href=,>,| a |\n|---|\n| b |\n,\\,&amp;,javascript:,https://a.example/,mailto:a@b.c,data:x,---\n".split(
          ",",
        ),
      ),
      fc.string(),
      fc.stringMatching(/^[a-z]{1,6}$/),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join("");
        const blocks = blocksOf(source);
        for (const { href } of blocks.flatMap(spansIn)) {
          if (href !== undefined) expect(href).toMatch(/^(https?:\/\/|mailto:|tel:)/i);
        }
      }),
      { numRuns: 500 },
    );
    const word = fc.stringMatching(/^w[a-z]{2,8}$/);
    const line = fc.tuple(
      fc.constantFrom("", "# ", "- ", "  - ", "1. ", "> ", "**", "- > "),
      word,
      word,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const source = lines.map(([lead, a, b]) => `${lead}${a} *${b}*`).join("\n\n");
        const words = wordsOf(blocksOf(source)).match(/w[a-z]{2,8}/g) ?? [];
        expect(words).toEqual(lines.flatMap(([, a, b]) => [a, b]));
      }),
    );
  });
});
