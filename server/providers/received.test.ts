import fc from "fast-check";
import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { starterEmails } from "@/core/gallery/testing";
import { outgoing, patience, settings, source } from "./contract";
import { composeEmail, type EmailSource } from "./email";
import type { Provider } from "./provider";
import { createSmtp } from "./smtp";
import { type FakeSmtp, fakeSmtp } from "./testing";

/** Gmail cuts what is longer. */
const HTML_BYTES_MAX = 102_000;
/** RFC 5322, without the line's end. */
const LINE_CHARS_MAX = 998;
const FROM = "Shop <billing@shop.example.com>";

type Received = { raw: string; from: string; to: string[] };

let server: FakeSmtp;
let provider: Provider;

beforeAll(async () => {
  server = await fakeSmtp();
  provider = createSmtp({ url: server.url, whenUnknown: "give_up" });
});
afterAll(async () => {
  await provider.close?.();
  await server.close();
});

/** Sends over the wire and gives what arrived; null where it was refused before it left. */
async function arrive(more: Partial<EmailSource>): Promise<(Received & { email: Email }) | null> {
  const email = composeEmail({ ...source, ...more }, { from: FROM, ...settings });
  const before = server.mails.length;
  const delivery = await provider.send(outgoing(email), patience());
  if (!delivery.ok) return null;
  const last = server.mails.at(-1);
  if (!last || server.mails.length !== before + 1) throw new Error("one message arrives, once");
  const { from, to, bytes } = last;
  return { raw: bytes.toString("latin1"), from, to, email: await PostalMime.parse(bytes) };
}

const header = ({ headers }: Email, key: string) =>
  headers.filter((each) => each.key === key).map(({ value }) => value);

const EMAILS = starterEmails().map(
  (email) => [`${email.template} ${email.locale}`, email] as const,
);

describe.each(EMAILS)("%s, as it is received", (_, { locale, rendered }) => {
  let got: Received & { email: Email };
  let html: string;

  beforeAll(async () => {
    const found = await arrive({ content: { locale, ...rendered }, tracked: true });
    if (!found) throw new Error("it left");
    got = found;
    html = got.email.html ?? "";
  });

  test("goes to one person, under one subject, with every header the parties look at", () => {
    const { email, from, to } = got;
    expect({ from, to }).toEqual({ from: "billing@shop.example.com", to: [source.to] });
    expect(email.subject).toBe(rendered.subject);
    expect(email.from).toMatchObject({ name: "Shop", address: "billing@shop.example.com" });
    expect(email.to).toMatchObject([{ address: source.to }]);
    expect(email.messageId).toBe(`<${source.id}@shop.example.com>`);
    expect(email.inReplyTo).toBe(`<case-${source.caseId}@shop.example.com>`);
    expect(header(email, "list-unsubscribe")).toEqual([
      expect.stringMatching(/^<https:\/\/follow\.example\.com\/u\/[\w-]+>$/),
    ]);
    expect(header(email, "list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
    expect(header(email, "list-id")).toEqual(["<billing-reminders.shop.example.com>"]);
    expect(header(email, "auto-submitted")).toEqual(["auto-generated"]);
    expect(header(email, "mime-version")).toEqual(["1.0"]);
    expect(Date.parse(email.date ?? "")).toBeGreaterThan(0);
  });

  test("has a text before its HTML, both in UTF-8, in lines that every server takes", () => {
    const { raw, email } = got;
    const types = [...raw.matchAll(/^content-type: ([\w/]+)(?:;\s*charset=([\w-]+))?/gim)];
    expect(types.map(([, type, charset]) => [type, charset?.toLowerCase()])).toEqual([
      ["multipart/alternative", undefined],
      ["text/plain", "utf-8"],
      ["text/html", "utf-8"],
    ]);
    const encodings = [...raw.matchAll(/^content-transfer-encoding: (\S+)/gim)].map(([, e]) => e);
    for (const encoding of encodings)
      expect(["7bit", "quoted-printable", "base64"]).toContain(encoding);
    expect(raw).not.toMatch(/\P{ASCII}/u);
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(
      LINE_CHARS_MAX,
    );
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(email.text).toContain(rendered.actions[0]?.label ?? "");
    expect(email.text).not.toMatch(/<\w+[^>]*>|\{\{|undefined/);
  });

  test("is HTML that mail programs show whole, and nothing that they would strip", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(HTML_BYTES_MAX);
    expect(html).toMatch(new RegExp(`<html lang="${locale}" dir="ltr"`));
    expect(html).not.toMatch(/<(?:script|form|iframe|object|embed|link|base|video|input)\b/i);
    expect(html).not.toMatch(/@import|url\(|\son\w+\s*=|javascript:/i);
    for (const [tag] of html.matchAll(/<img\b[^>]*>/g)) expect(tag).toMatch(/\balt="/);
    for (const [, url = ""] of html.matchAll(/\shref="([^"]*)"/g)) {
      expect(url.replaceAll("&#38;", "&")).toMatch(/^(?:https:\/\/|mailto:|tel:)/);
    }
    for (const [, url = ""] of html.matchAll(/<img[^>]*\ssrc="([^"]*)"/g)) {
      expect(url).toMatch(/^https:\/\//);
    }
    for (const tag of ["table", "tr", "td", "a", "p", "div", "h1"]) {
      const visible = html.replace(/<!--[\s\S]*?-->/g, "");
      const opened = visible.match(new RegExp(`<${tag}[\\s>]`, "g"))?.length;
      expect([tag, visible.match(new RegExp(`</${tag}>`, "g"))?.length]).toEqual([tag, opened]);
    }
  });

  test("has one button that stands out, and every button by its words", () => {
    const filled = html.match(/class="press fill"/g)?.length ?? 0;
    expect(filled).toBe(Math.min(1, rendered.actions.length));
    const outlined = html.match(/class="press outline"/g)?.length ?? 0;
    expect(filled + outlined).toBe(rendered.actions.length);
  });
});

describe("what a stranger wrote", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "\r\n",
          "\n",
          "\r",
          "\u0000",
          "Bcc: evil@example.com",
          "\r\n\r\n<script>alert(1)</script>",
          "\u202e",
          "\u2028",
          '"',
          "<",
          ">",
          "=?utf-8?q?x?=",
          "😀",
          "ü",
          "\ud800",
          "x".repeat(300),
          "\r\nX-Evil: 1",
          "\r\n.\r\nRCPT TO:<evil@example.com>\r\n",
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join("")),
  );

  const KNOWN = new Set([
    "from",
    "to",
    "subject",
    "message-id",
    "in-reply-to",
    "references",
    "date",
    "mime-version",
    "content-type",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "list-id",
    "auto-submitted",
  ]);

  test("stands in a subject, a topic or a name without becoming a header or a reader", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (subject, topic, name) => {
        const got = await arrive({
          content: { ...source.content, subject, title: name, preheader: topic },
          caseSubject: name,
          topic: { key: topic, name: topic },
          brand: { name, address: subject },
        });
        if (!got) throw new Error("it left");
        expect(got.to).toEqual([source.to]);
        expect(got.email.headers.map(({ key }) => key).filter((key) => !KNOWN.has(key))).toEqual(
          [],
        );
        expect(got.email.subject ?? "").not.toMatch(/[\p{Cc}\u202e\u2028]/u);
        expect((got.email.subject ?? "").length).toBeLessThanOrEqual(500);
        expect(header(got.email, "list-id")[0]).toMatch(/^<[a-z0-9-]+\.shop\.example\.com>$/);
        const head = got.raw.slice(0, got.raw.indexOf("\r\n\r\n"));
        for (const line of head.split("\r\n")) {
          expect(line.length).toBeLessThanOrEqual(LINE_CHARS_MAX);
        }
        expect(got.email.html).not.toMatch(/<script/i);
        expect(got.email.attachments).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("a long key of a topic becomes a label that fits its header", async () => {
    const got = await arrive({ topic: { key: "x".repeat(1_200), name: "Long" } });
    if (!got) throw new Error("it left");
    expect(header(got.email, "list-id")).toEqual([`<${"x".repeat(63)}.shop.example.com>`]);
  });

  test.each([
    "a@example.com\r\nRCPT TO:<evil@example.com>",
    "a@example.com, evil@example.com",
    "a@example.com>\r\nDATA\r\n",
    "<a@example.com> evil@example.com",
    "\u0000a@example.com",
  ])("an address of %j brings no second reader", async (to) => {
    const got = await arrive({ to });
    if (got === null) return;
    expect(got.to).toHaveLength(1);
    expect(got.to[0]).not.toBe("evil@example.com");
    expect(header(got.email, "bcc")).toEqual([]);
  });

  test("values in a body are shown as they are", async () => {
    const body = "Hello \\<img src=x onerror=alert\\(1\\)\\> \\[x\\]\\(javascript:alert\\(1\\)\\)";
    const got = await arrive({ content: { ...source.content, body } });
    expect(got?.email.html).not.toMatch(/<img src=x|href="javascript/i);
    expect(got?.email.text).toContain("<img src=x onerror=alert(1)>");
  });
});
