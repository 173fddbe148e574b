import { describe, expect, it, test } from "vitest";
import { classifyMail, HOPS_MAX, type MailFacts } from "./classify-mail";

const OWN = "0190a3b2-7c11-7000-8000-00000000abcd";

type Given = {
  from?: string;
  subject?: string;
  text?: string;
  headers?: Record<string, string | string[]>;
};
const mail = ({
  from = "ana@example.com",
  subject = "Re: Invoice 7",
  text = "",
  headers = {},
}: Given): MailFacts => ({
  from,
  subject,
  text,
  headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value].flat()])),
});
const kind = (given: Given) => classifyMail(mail(given), OWN);

describe("people", () => {
  test.each<[string, Given]>([
    ["a plain reply", {}],
    ["a reply that says so", { headers: { "auto-submitted": "no" } }],
    ["Outlook's own suppression of answers", { headers: { "x-auto-response-suppress": "All" } }],
    ["somebody who writes about their holiday", { text: "I was on vacation, paid now." }],
    [
      "somebody who writes about delivery",
      { subject: "Delivery failed again?", from: "ana@example.com" },
    ],
    ["a subject of many Res", { subject: "Re: AW: Re: Invoice" }],
  ])("%s is from a person", (_, given) => expect(kind(given)).toEqual({ kind: "human" }));
});

describe("machines that answer", () => {
  test.each<[string, Given]>([
    [
      "Gmail's vacation answer",
      {
        subject: "Out of office Re: Invoice 7",
        headers: { "auto-submitted": "auto-replied", precedence: "bulk" },
      },
    ],
    [
      "Exchange",
      {
        subject: "Automatic reply: Invoice 7",
        headers: { "auto-submitted": "auto-generated", "x-auto-response-suppress": "All" },
      },
    ],
    ["Exchange in German", { subject: "Automatische Antwort: Rechnung 7" }],
    ["GMX", { subject: "Abwesenheitsnotiz", headers: { "x-autoreply": "yes" } }],
    ["an old server without any header", { subject: "Out of the office: Re: Invoice" }],
    [
      "a null sender that is away",
      {
        subject: "Re: Invoice",
        text: "Ich bin im Urlaub bis 5.12.",
        headers: { "return-path": "<>" },
      },
    ],
    ["Urlaub behind a Re", { subject: "AW: Urlaub" }],
  ])("%s says that nobody is there", (_, given) =>
    expect(kind(given)).toEqual({ kind: "automatic", isAway: true }),
  );

  test.each<[string, Given]>([
    [
      "a ticket system's receipt",
      { subject: "[#123] We got your mail", headers: { "auto-submitted": "auto-replied" } },
    ],
    ["a list", { headers: { precedence: "list" } }],
    ["an old ticket system", { headers: { "x-autorespond": "Ticket" } }],
    ["a null sender without more", { headers: { "return-path": "<>" } }],
  ])("%s is automatic", (_, given) =>
    expect(kind(given)).toEqual({ kind: "automatic", isAway: false }),
  );
});

const REPORT = 'multipart/report; report-type=delivery-status; boundary="x"';
const dsn = (action: string, status: string, more = "") =>
  `Your message could not be delivered.\n\nReporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; Ana@Example.com\nAction: ${action}\nStatus: ${status}\n${more}`;

describe("bounces", () => {
  it("reads a report's recipient, status and the server's words", () => {
    const text = dsn("failed", "5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 No such user here");
    expect(
      kind({
        from: "MAILER-DAEMON@mx.example.com",
        subject: "Undelivered Mail Returned to Sender",
        text,
        headers: { "content-type": REPORT },
      }),
    ).toEqual({
      kind: "bounce",
      hard: true,
      delayed: false,
      status: "5.1.1",
      recipient: "ana@example.com",
      reason: "smtp; 550 5.1.1 No such user here",
    });
  });

  test.each<[string, string, boolean]>([
    ["failed", "5.1.10", true],
    ["failed", "5.0.0", true],
    ["failed", "5.2.1", true],
    ["failed", "5.2.2", false],
    ["failed", "5.7.1", false],
    ["failed", "4.4.1", false],
    ["delayed", "4.4.7", false],
  ])("%s with %s: nobody is there is %s", (action, status, hard) => {
    const bounce = kind({ text: dsn(action, status), headers: { "content-type": REPORT } });
    expect(bounce).toMatchObject({ kind: "bounce", hard, status, delayed: action === "delayed" });
  });

  it("a report of success is no bounce", () => {
    const given = { text: dsn("delivered", "2.0.0"), headers: { "content-type": REPORT } };
    expect(kind(given)).toEqual({ kind: "automatic", isAway: false });
  });

  test.each<[string, string, boolean]>([
    [
      "qmail",
      "Hi. This is the qmail-send program.\n<ana@example.com>:\n550 5.1.1 unknown user",
      true,
    ],
    [
      "exim",
      "A message that you sent could not be delivered:\n  ana@example.com\n    SMTP error: 550 no such mailbox",
      true,
    ],
    ["a full mailbox", "The mailbox is full (552 5.2.2 over quota)", false],
    ["nothing that can be read", "It did not work.", false],
  ])("%s without a report is a bounce", (_, text, hard) => {
    const bounce = kind({ from: "mailer-daemon@mx.example.com", subject: "failure notice", text });
    expect(bounce).toMatchObject({ kind: "bounce", hard });
  });
});

describe("the rest", () => {
  it("a feedback report is a complaint", () => {
    const headers = { "content-type": "multipart/report; report-type=feedback-report; boundary=x" };
    expect(kind({ headers })).toEqual({ kind: "complaint" });
  });

  it("our own message, and a mail that passed too many servers, go round in circles", () => {
    expect(kind({ headers: { "message-id": `<${OWN}@shop.example.com>` } })).toEqual({
      kind: "loop",
      why: "own",
    });
    const received = Array.from({ length: HOPS_MAX + 1 }, (_, n) => `from mx${n}`);
    expect(kind({ headers: { received } })).toEqual({ kind: "loop", why: "hops" });
  });
});
