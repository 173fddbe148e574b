import { expect, test } from "vitest";
import { BUNDLE_ITEMS_MAX } from "@/core/template/bundle-content";
import { DAY_MS } from "@/core/time";
import { bundlesOf, type Member } from "./bundle";

const NOW = Date.parse("2026-03-03T12:00:00Z");
const SETTINGS = { locale: "en", zone: "UTC", now: NOW };

const member = (id: string, over: Partial<Member> = {}): Member => ({
  id,
  caseId: `case of ${id}`,
  caseSubject: `Invoice ${id}`,
  priority: "normal",
  dueAt: null,
  plannedAt: NOW,
  isOver: false,
  content: {
    locale: "en",
    subject: `Please pay ${id}`,
    preheader: null,
    title: null,
    body: `Invoice **${id}** is open.\n\nMore words.`,
    actions: [{ id: "paid", label: "Paid", kind: "complete", url: null, choices: [] }],
  },
  ...over,
});

test("several cases become a list, most urgent first, carried by the most urgent", () => {
  const [bundle, ...rest] = bundlesOf(
    [
      member("a"),
      member("b", { dueAt: NOW + 3 * DAY_MS }),
      member("c", { priority: "high", dueAt: NOW - DAY_MS }),
    ],
    SETTINGS,
  );
  expect(rest).toEqual([]);
  expect(bundle?.carrier.id).toBe("c");
  expect(bundle?.others.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(bundle?.content).toMatchObject({
    subject: "3 things wait for you",
    title: "3 things wait for you",
    preheader: "Please pay c, Please pay b, Please pay a",
  });
  expect(bundle?.content.items?.map(({ messageId, text, due }) => [messageId, text, due])).toEqual([
    ["c", "Invoice c is open.", "Was due Monday 2 March (yesterday)"],
    ["b", "Invoice b is open.", "Due Friday 6 March (in 3 days)"],
    ["a", "Invoice a is open.", null],
  ]);
});

test("of one case only the newest message speaks, in its own words", () => {
  const first = member("a", { caseId: "one", plannedAt: NOW - DAY_MS });
  const second = member("b", { caseId: "one" });
  const [bundle] = bundlesOf([second, first], SETTINGS);
  expect(bundle?.carrier).toBe(second);
  expect(bundle?.others).toEqual([first]);
  expect(bundle?.content).toBe(second.content);
});

test("what is over is told of without a due date, and the title does not call it waiting", () => {
  const over = member("a", { isOver: true, dueAt: NOW + DAY_MS });
  const [bundle] = bundlesOf([over, member("b")], SETTINGS);
  expect(bundle?.content.title).toBe("2 messages for you");
  expect(bundle?.content.items?.find(({ messageId }) => messageId === "a")?.due).toBeNull();
});

test.each([
  ["Guten Tag Jörg,\n\nRechnung 7001 über 20 € ist offen.", "Rechnung 7001 über 20 € ist offen."],
  ["Dear Ms Marsh:\nit is\ndue.\n\nBye", "it is due."],
  ["您好，\n\n发票已到期。", "发票已到期。"],
  ["Please bring:\n\n- a pen\n- paper", "Please bring:"],
  ["Hello,", "Hello,"],
  [`${"A long sentence that goes on and on, ".repeat(3)}so,\n\nmore`, /^A long sentence .* so,$/],
  ["", ""],
])("a list quotes what %j says first after the greeting", (body, said) => {
  const content = { ...member("a").content, body };
  const [bundle] = bundlesOf([member("a", { content }), member("b")], SETTINGS);
  const text = bundle?.content.items?.find(({ messageId }) => messageId === "a")?.text;
  expect(text).toEqual(typeof said === "string" ? said : expect.stringMatching(said));
});

test("the reader's language and zone; a language without words of its own gets English", () => {
  const dueAt = Date.parse("2026-03-04T23:30:00Z");
  const in_ = (locale: string, zone: string) =>
    bundlesOf([member("a", { dueAt }), member("b")], { locale, zone, now: NOW })[0]?.content;
  expect(in_("de-DE", "Europe/Berlin")?.title).toBe("2 Dinge warten auf Sie");
  expect(in_("de-DE", "Europe/Berlin")?.items?.[0]?.due).toContain("Donnerstag, 5. März");
  expect(in_("sv", "UTC")?.title).toBe("2 things wait for you");
});

test("a name that looks like Markdown stays a name", () => {
  const [bundle] = bundlesOf(
    [
      member("a", {
        content: { ...member("a").content, title: "# [x](https://evil.example)\n- *hi*" },
      }),
      member("b"),
    ],
    SETTINGS,
  );
  expect(bundle?.content.body).not.toMatch(/(?<!\\)\[x\]/);
  expect(bundle?.content.body.split("\n")[0]).toMatch(/^### /);
});

test("more than one message can list become several, none left out", () => {
  const many = Array.from({ length: BUNDLE_ITEMS_MAX + 3 }, (_, i) => member(`m${i + 100}`));
  const bundles = bundlesOf(many, SETTINGS);
  expect(bundles.map(({ others }) => others.length + 1)).toEqual([BUNDLE_ITEMS_MAX, 3]);
  const left = bundles.flatMap(({ carrier, others }) => [carrier, ...others]);
  expect(new Set(left).size).toBe(many.length);
});

test("who may have been handed over as the carrier stays it", () => {
  const [bundle] = bundlesOf([member("a", { priority: "urgent" }), member("b")], SETTINGS, {
    first: "b",
  });
  expect(bundle?.carrier.id).toBe("b");
});
