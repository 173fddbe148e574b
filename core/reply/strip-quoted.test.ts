import fc from "fast-check";
import { expect, it, test } from "vitest";
import { FULL_CHARS_MAX, OWN_CHARS_MAX, stripQuoted } from "./strip-quoted";

const REPLIES: [string, string, string][] = [
  ["a mail without anything quoted", "I paid it.\n", "I paid it."],
  [
    "Gmail",
    "Paid yesterday!\n\nOn Mon, Nov 23, 2026 at 9:00 AM Shop <r-abc@in.example.com> wrote:\n\n> Your invoice is due.\n> Please pay.\n",
    "Paid yesterday!",
  ],
  [
    "Gmail with its line broken in two",
    "Done\n\nOn Monday, 23 November 2026 at 09:00:00 CET, Followthrough Notifications\n<r-abcdefghijklmnop@replies.example.com> wrote:\n> Have you done it?",
    "Done",
  ],
  [
    "Gmail in German",
    "Schon bezahlt.\n\nAm Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Shop <\nr-abc@in.example.com>:\n\n> Ihre Rechnung ist fällig.\n",
    "Schon bezahlt.",
  ],
  [
    "Apple Mail in German",
    "Erledigt\n\nVon meinem iPhone gesendet\n\n> Am 23.11.2026 um 09:00 schrieb Shop <shop@example.com>:\n> \n> Rechnung 7\n",
    "Erledigt",
  ],
  [
    "Apple Mail",
    "Done.\n\nSent from my iPhone\n\n> On 23 Nov 2026, at 09:00, Shop <shop@example.com> wrote:\n>\n> Invoice 7\n",
    "Done.",
  ],
  [
    "Outlook",
    "I have paid.\n\n________________________________\nFrom: Shop <shop@example.com>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Ana Miller <ana@example.com>\nSubject: Invoice 7\n\nYour invoice is due.",
    "I have paid.",
  ],
  [
    "Outlook in German",
    "Habe ich überwiesen.\r\n\r\nMit freundlichen Grüßen\r\nAna\r\n\r\nVon: Shop <shop@example.com>\r\nGesendet: Montag, 23. November 2026 09:00\r\nAn: Ana Müller <ana@example.com>\r\nBetreff: Rechnung 7\r\n\r\nIhre Rechnung",
    "Habe ich überwiesen.\n\nMit freundlichen Grüßen\nAna",
  ],
  [
    "old Outlook",
    "ok\n\n-----Original Message-----\nFrom: Shop\nSent: Monday\n\nYour invoice",
    "ok",
  ],
  ["old Outlook in German", "ok\n\n-----Ursprüngliche Nachricht-----\nVon: Shop\n\nRechnung", "ok"],
  [
    "Outlook with bold heads",
    "Done\n\n**From:** Shop <shop@example.com>\n**Sent:** Monday\n**To:** Ana\n\nYour invoice",
    "Done",
  ],
  [
    "GMX and WEB.DE",
    'bezahlt\n \n\nGesendet: Montag, 23. November 2026 um 09:00 Uhr\nVon: "Shop" <shop@example.com>\nAn: ana@example.com\nBetreff: Rechnung 7\nIhre Rechnung ist fällig',
    "bezahlt",
  ],
  [
    "Thunderbird in German",
    "Fertig.\n\nAm 23.11.26 um 09:00 schrieb Shop:\n> Bitte erledigen",
    "Fertig.",
  ],
  [
    "a name and an address before the verb",
    "Done\n\nShop <shop@example.com> schrieb am Mo., 23. Nov. 2026, 09:00:\n\n> Rechnung",
    "Done",
  ],
  [
    "Outlook for phones",
    "Done\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nVon: Shop <shop@example.com>\nGesendet: Montag\n\nHallo",
    "Done",
  ],
  [
    "a signature below two dashes",
    "Paid.\n\n-- \nAna Miller\nHead of things\n+49 30 1234",
    "Paid.",
  ],
  [
    "answers below what they answer",
    "On Mon, Nov 23, 2026 at 9:00 AM Shop <s@example.com> wrote:\n> Have you paid?\n\nYes, yesterday.\n\n> Is the address right?\n\nNo.",
    "Yes, yesterday.\n\nNo.",
  ],
  [
    "a forwarded mail",
    "Can you take this?\n\n---------- Forwarded message ---------\nFrom: Shop <s@example.com>\nDate: Mon\nSubject: x\n\nInvoice",
    "Can you take this?",
  ],
  ["nothing but the quoted mail", "> Your invoice\n> is due", ""],
  ["an empty mail", "", ""],
  ["blank lines only", " \n\u00a0\n\t\n", ""],
  ["pictures", "👍🏽 done ✅", "👍🏽 done ✅"],
  [
    "a day without a date, the quotation right below",
    "Done, thanks.\n\nOn Monday Followthrough wrote:\n> Have you done it?",
    "Done, thanks.",
  ],
  [
    "the same in German",
    "Erledigt.\n\nAm Montag schrieb Followthrough:\n> Haben Sie es erledigt?",
    "Erledigt.",
  ],
];

test.each(REPLIES)("what somebody wrote themselves is found in %s", (_, text, own) => {
  expect(stripQuoted(text)).toBe(own);
});

test.each([
  "As I wrote:\nit is paid.",
  "From: the heart\nI thank you.",
  "On Monday I wrote the cheque, on Tuesday I sent it.",
  "Am Montag schrieb ich euch schon.",
  "Sent the money from my bank.",
  "to be clear: it's done",
])("words of their own stay: %j", (text) => {
  expect(stripQuoted(text)).toBe(text);
});

it("keeps whole characters, and no more than it says", () => {
  const own = stripQuoted("👍".repeat(FULL_CHARS_MAX));
  expect(own.length).toBeLessThanOrEqual(OWN_CHARS_MAX);
  expect(own.isWellFormed()).toBe(true);
});

it("takes no long time over any text", () => {
  const line = fc.constantFrom(
    "On ",
    "Am Mo., 23. Nov. 2026 um ",
    "schrieb ",
    "<a@b> ",
    "From: ",
    "> ",
    "________",
    "\n",
    "wrote",
    ":",
    "-----Original Message",
    "Sent from my ",
  );
  const hostile = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 20_000 }))
    .map(([parts, times]) =>
      parts
        .join("")
        .repeat(times)
        .slice(0, 2 * FULL_CHARS_MAX),
    );
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 2_000 })), (text) => {
      const own = stripQuoted(text);
      expect(own.length).toBeLessThanOrEqual(OWN_CHARS_MAX);
    }),
    { numRuns: 100 },
  );
});
