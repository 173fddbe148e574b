import { describe, expect, test } from "vitest";
import type { Channel } from "@/core/template/channel";
import type { Content } from "@/core/template/content";
import { checkCopy } from "@/core/template/copy-checks";
import { smsSegments } from "@/core/template/sms";

const codes = (content: Content, channel: Channel = "email") =>
  checkCopy(content, channel).map((advice) => advice.code);

const GOOD: Content = {
  subject: "Invoice {{ data.number }} is due {{ due | relative }}",
  body: 'Hello {{ person.name }},\n\nplease pay invoice {{ data.number }} by {{ due | date: "long" }}, so that we can ship your order.',
  actions: [{ id: "pay", label: "Pay the invoice", kind: "link", url: "{{ data.url }}" }],
};

test("a message with action, reason, deadline and one button gets no advice", () => {
  expect(codes(GOOD)).toEqual([]);
});

describe("each fault is named", () => {
  const body = GOOD.body;
  test.each<[string, Partial<Content>, Channel]>([
    ["action_missing", { actions: [] }, "email"],
    ["deadline_missing", { subject: "Invoice", body: "Please pay, because we wait." }, "email"],
    ["importance_missing", { body: "Pay by Friday." }, "email"],
    [
      "many_primary_actions",
      { actions: [0, 1].map((i) => ({ id: `a${i}`, label: `Do ${i}`, kind: "complete" })) },
      "email",
    ],
    ["vague_label", { actions: [{ id: "a", label: "Click here", kind: "complete" }] }, "email"],
    ["subject_long", { subject: "a ".repeat(40) }, "email"],
    ["subject_shouts", { subject: "INVOICE OVERDUE today" }, "email"],
    ["title_missing", {}, "push"],
    ["body_long", { title: "x", body: `${body} ${"and more ".repeat(20)}` }, "push"],
    ["body_long", { body: `${body} ${"Some words. ".repeat(90)}` }, "email"],
    ["sentence_long", { body: `${body} ${"and so on ".repeat(9)}` }, "email"],
    ["sms_segments", { body: `${body}${"x".repeat(400)}` }, "sms"],
    ["sms_unicode", { body: `${body} ✅` }, "sms"],
    ["raw_moment", { body: `${body} {{ due }}` }, "email"],
    ["false_urgency", { body: `${body} Act now!!` }, "email"],
  ])("%s", (code, change, channel) => {
    const content = { ...GOOD, ...change };
    expect(codes(content, channel)).toContain(code);
    expect(codes(GOOD, "email")).not.toContain(code);
  });

  test("snooze beside the button is not a second task", () => {
    const actions: Content["actions"] = [
      ...(GOOD.actions ?? []),
      { id: "later", label: "Tomorrow", kind: "snooze" },
    ];
    expect(codes({ ...GOOD, actions })).toEqual([]);
  });
});

test.each([
  ["", "gsm7", 0, 0],
  ["a".repeat(160), "gsm7", 160, 1],
  ["a".repeat(161), "gsm7", 161, 2],
  ["€".repeat(80), "gsm7", 160, 1],
  [`${"a".repeat(152)}€${"a".repeat(20)}`, "gsm7", 174, 2],
  ["a".repeat(306), "gsm7", 306, 2],
  [`${"a".repeat(152)}€${"a".repeat(151)}`, "gsm7", 305, 2],
  [`${"a".repeat(152)}€${"a".repeat(152)}`, "gsm7", 306, 3],
  ["ё".repeat(70), "ucs2", 70, 1],
  ["ё".repeat(71), "ucs2", 71, 2],
  [`${"ё".repeat(66)}😀${"ё".repeat(65)}`, "ucs2", 133, 2],
  [`${"ё".repeat(66)}😀${"ё".repeat(66)}`, "ucs2", 134, 3],
])("an SMS of %s costs what the standard says", (text, encoding, units, segments) => {
  expect(smsSegments(text)).toMatchObject({ encoding, units, segments });
});
