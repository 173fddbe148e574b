import { expect, test } from "vitest";
import { settings, source } from "./contract";
import { composeEvent } from "./event";
import { composePush } from "./push";
import { slackMessage } from "./slack";
import { composeSms, SMS_CHARS_MAX } from "./sms";
import { type MessageSource, shortened } from "./source";

const withContent = (content: Partial<MessageSource["content"]>): MessageSource => ({
  ...source,
  content: { ...source.content, ...content },
});
const link = (url: string) => ({
  id: "pay",
  label: "Pay",
  kind: "link" as const,
  url,
  choices: [],
});

test("an SMS that is too long loses words, never a button", () => {
  const { body } = composeSms(withContent({ body: "word ".repeat(1_000) }), settings);
  expect(body.length).toBeLessThanOrEqual(SMS_CHARS_MAX);
  expect(body).toMatch(/ wor?d?…\nI paid: https:\/\/follow\.example\.com\/a\/[\w-]{68}$/);
});

test("an SMS whose buttons would fill it leads to the message's page", () => {
  const actions = [link(`https://shop.example.com/${"x".repeat(2_000)}`)];
  const { body } = composeSms(withContent({ actions }), settings);
  expect(body).toMatch(/\nhttps:\/\/follow\.example\.com\/v\/[\w-]{68}$/);
});

test("a press on a notification leads where the first button does, else to the message's page", () => {
  const urlOf = (content: Partial<MessageSource["content"]>) =>
    composePush(withContent(content), settings).url;
  expect(urlOf({})).toContain("/a/");
  expect(urlOf({ actions: [link("https://shop.example.com/pay")] })).toBe(
    "https://shop.example.com/pay",
  );
  expect(urlOf({ actions: [] })).toContain("/v/");
  expect(urlOf({ actions: [link("tel:+49301234567")] })).toContain("/v/");
  expect(urlOf({ actions: [link(`https://shop.example.com/${"x".repeat(2_000)}`)] })).toContain(
    "/v/",
  );
});

test("a notification without a title takes the subject, then that of the case", () => {
  const titleOf = (content: Partial<MessageSource["content"]>) =>
    composePush(withContent(content), settings).title;
  expect(titleOf({ title: null })).toBe("Invoice 7 is due — Grüße");
  expect(titleOf({ title: null, subject: null })).toBe("Invoice 7");
});

test("only a message of duty wakes a phone", () => {
  const isUrgent = (audience: MessageSource["request"]["audience"]) =>
    composePush({ ...source, request: { audience } }, settings).isUrgent;
  expect(isUrgent("escalation")).toBe(true);
  expect(isUrgent("person")).toBe(false);
});

test("Slack's own marks in a text stay text, and what it would refuse is cut", () => {
  const event = composeEvent(
    withContent({
      title: "T".repeat(400),
      body: "Tom & <@everyone>",
      actions: [{ ...link("https://shop.example.com"), label: "L".repeat(120) }],
    }),
    settings,
  );
  expect(slackMessage(event).blocks).toMatchObject([
    { text: { text: `${"T".repeat(149)}…` } },
    { text: { text: "Tom &amp; &lt;@everyone&gt;" } },
    { elements: [{ text: { text: `${"L".repeat(74)}…` } }] },
  ]);
});

test("a message without buttons has none in Slack", () => {
  const event = composeEvent(withContent({ actions: [] }), settings);
  expect(slackMessage(event).blocks.map(({ type }) => type)).toEqual(["header", "section"]);
});

test("a cut never falls into a character", () => {
  expect(shortened("ab\u{1F4A1}cd", 4)).toBe("ab…");
  expect(shortened("abcd", 4)).toBe("abcd");
  expect(shortened("abcde", 4)).toBe("abc…");
});
