import { expect, test } from "vitest";
import { bundlesOf, type Member } from "@/core/delivery/bundle";
import { readToken } from "@/server/links/token";
import { settings, source } from "./contract";
import { composeEmail } from "./email";
import { composePush } from "./push";
import { composeSms, SMS_CHARS_MAX } from "./sms";
import type { MessageSource } from "./source";

/** Above it "[Message clipped]" stands in the place of the rest. */
const GMAIL_CUTS_BYTES = 102 * 1024;
const NOW = Date.parse("2026-03-03T12:00:00Z");
const idOf = (n: number) => `00000000-0000-7000-8000-0000000000${String(10 + n)}`;

/** A list of so many matters, the first of them carrying it. */
function list(n: number, over: Partial<Member["content"]> = {}): MessageSource {
  const members = Array.from(
    { length: n },
    (_, i): Member => ({
      ...{ id: idOf(i), caseId: `case ${i}`, caseSubject: `Invoice ${i}`, priority: "normal" },
      ...{ dueAt: NOW + (i + 2) * 86_400_000, plannedAt: NOW, isOver: false },
      content: {
        ...{ locale: "en", subject: `Please pay ${i}`, preheader: null, title: null },
        body: `Invoice ${i} is open.`,
        actions: [{ id: "paid", label: "Paid [x](y)", kind: "complete", url: null, choices: [] }],
        ...over,
      },
    }),
  );
  const [bundle] = bundlesOf(members, { locale: "en", zone: "UTC", now: NOW });
  if (!bundle) throw new Error("no list");
  return { ...source, id: bundle.carrier.id, content: bundle.content };
}

test("every matter of a listed email has its own button, in HTML and in plain text", () => {
  const email = composeEmail(list(3), { ...settings, from: "Shop <shop@example.com>" });
  for (const words of [email.html, email.text]) {
    const tokens = [...words.matchAll(/\/a\/([\w-]{60,})/g)].map(([, token = ""]) => token);
    const opened = tokens.map((token) => readToken(settings.secret, token, "a")?.messageId);
    expect(opened).toEqual([idOf(0), idOf(1), idOf(2)]);
    expect(words).toContain("Please pay 1");
  }
  expect(email.html).not.toContain('href="y"');
  expect(email.headers).not.toHaveProperty("References");
  expect(email.headers["List-ID"]).toMatch(/^<digest\./);
  expect(email.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
});

test("a list of as much as it can hold is not cut by Gmail", () => {
  const words = { body: "w".repeat(400), subject: "s".repeat(200) };
  const action = {
    id: "paid",
    label: "Paid already",
    kind: "complete" as const,
    url: null,
    choices: [],
  };
  const actions = ["a", "b", "c", "d"].map((id) => ({ ...action, id }));
  const { html } = composeEmail(list(50, { ...words, actions }), {
    ...settings,
    from: "a@b.example",
  });
  expect(html.match(/class="press (?:fill|outline)"/g)).toHaveLength(60);
  expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_CUTS_BYTES);
});

test("a matter without buttons leads to its own page", () => {
  const email = composeEmail(list(2, { actions: [] }), { ...settings, from: "shop@example.com" });
  const views = [...email.text.matchAll(/\/v\/([\w-]{60,})/g)].map(([, token = ""]) => token);
  const opened = views.map((token) => readToken(settings.secret, token, "v")?.messageId);
  expect(opened.slice(0, 2)).toEqual([idOf(0), idOf(1)]);
});

test("a listed SMS names the matters and leads to the page with all of them, however many there are", () => {
  const { body } = composeSms(list(2), settings);
  expect(body).toMatch(
    /^2 things wait for you:\n1\. Please pay 0: Due .*\n2\. Please pay 1: Due .*\nhttps:.*\/v\/[\w-]+$/,
  );
  const long = composeSms(list(50), settings).body;
  expect(long.length).toBeLessThanOrEqual(SMS_CHARS_MAX);
  expect(long).toMatch(/\n5\. .*\nand 45 more\nhttps:.*\/v\/[\w-]+$/);
});

test("a listed notification takes the place of no case's", () => {
  const push = composePush(list(2), settings);
  expect(push).toMatchObject({ title: "2 things wait for you", tag: idOf(0) });
  expect(push.url).toContain("/v/");
  expect(push.body).toContain("1. Please pay 0");
});
