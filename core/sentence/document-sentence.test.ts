import { expect, test } from "vitest";
import { StopRule } from "@/core/workflow/definition";
import { dueSentence, startSentence, stopSentence } from "./document-sentence";

const start = {
  start: { event: "invoice.created", where: "data.amount > 50" },
  person: "data.customer",
  subject: "Invoice {{ data.number | upcase }}",
  key: "invoice:{{ data.id }}",
  due: { from: "data.due_date" },
};
const names = { condition: () => "amount is over €50" };
const respond = StopRule.parse(JSON.parse('{ "event": "x", "then": "respond" }'));
const snooze = StopRule.parse(
  JSON.parse('{ "event": "x", "then": "snooze", "until": "data.until" }'),
);
const en = { locale: "en", names };
const de = { locale: "de", names };

test("the start says the event, the person, the subject, the due date and the key", () => {
  expect(startSentence(start, en)).toBe(
    "When invoice.created arrives and amount is over €50, open a case for data.customer, about “Invoice [data.number]”, due at data.due_date. One open case per “invoice:[data.id]”.",
  );
  expect(startSentence({ subject: "Check", due: { after: "P14D" } }, en)).toBe(
    "Open a case by hand or through the API for the person, about “Check”, due 14 days later.",
  );
  expect(startSentence({ subject: "Check", due: { after: "P14D" } }, de)).toBe(
    "Von Hand oder über die API einen Fall eröffnen für die Person zu „Check“, fällig nach 14 Tagen.",
  );
});

test("each stop rule says what happens and when", () => {
  expect(stopSentence({ event: "invoice.paid", key: "invoice:{{ data.id }}" }, en)).toBe(
    "Stops when invoice.paid arrives for “invoice:[data.id]”.",
  );
  expect(stopSentence({ action: "paid" }, en)).toBe("Stops when the button “paid” is pressed.");
  expect(stopSentence({ reply: true }, en)).toBe("Stops when a reply comes in.");
  expect(stopSentence(respond, en)).toBe("Counts as a response when x arrives.");
  expect(stopSentence(snooze, de)).toBe("Stellt den Fall bis data.until zurück, wenn x eintrifft.");
});

test("the due rule reads alone, and so does its absence", () => {
  expect(dueSentence({ after: { businessDays: 5 } }, en)).toBe(
    "Due 5 business days after the case opens.",
  );
  expect(dueSentence({ from: "data.due" }, de)).toBe("Fällig zum Zeitpunkt in data.due.");
  expect(dueSentence(null, en)).toBe("Without a due date.");
});
