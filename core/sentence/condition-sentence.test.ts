import { expect, test } from "vitest";
import { conditionSentence } from "./condition-sentence";

test.each([
  ["data.amount > 5000", "amount is over 5,000", "amount über 5.000 liegt"],
  [
    "data.amount > 5000 && data.country in ['DE', 'AT']",
    "amount is over 5,000 and country is one of “DE”, “AT”",
    "amount über 5.000 liegt und country eines von „DE“, „AT“ ist",
  ],
  [
    "data.vip || (data.amount > 1 && open.count >= 2)",
    "vip is true or (amount is over 1 and the number of other open cases is at least 2)",
    "vip wahr ist oder (amount über 1 liegt und die Zahl der anderen offenen Fälle mindestens 2 ist)",
  ],
  [
    "person.location.country == 'DE'",
    "the person’s country is “DE”",
    "das Land der Person „DE“ ist",
  ],
  [
    "person.attributes.account_plan != 'pro'",
    "the person’s account plan is not “pro”",
    "account plan der Person nicht „pro“ ist",
  ],
  ["messages.s1.opened", "the message of “s1” was opened", "die Nachricht von „s1“ geöffnet wurde"],
  [
    "messages.s1.clicked == false",
    "the message of “s1” was not clicked",
    "die Nachricht von „s1“ nicht angeklickt wurde",
  ],
  ["case.answered", "the case was answered", "der Fall beantwortet wurde"],
  ["case.priority == 'high'", "the case’s priority is high", "die Priorität des Falls hoch ist"],
  [
    "due - now < duration('48h')",
    "the due date is less than 2 days away",
    "der Fälligkeitstermin weniger als 2 Tage entfernt ist",
  ],
  [
    "now - case.openedAt >= duration('72h')",
    "the case’s opening is at least 3 days ago",
    "die Eröffnung des Falls mindestens 3 Tage her ist",
  ],
  [
    "data.due_date < '2025-12-01'",
    "due date is before 1 Dec 2025",
    "due date vor 1. Dez. 2025 liegt",
  ],
  ["!has(data.phone)", "phone is missing", "phone fehlt"],
  ["true", "always", "immer"],
  ["data.a + 1 > data.b", "data.a + 1 > data.b", "data.a + 1 > data.b"],
])("%s reads as a clause", (cel, en, de) => {
  expect(conditionSentence(cel, { locale: "en" })).toBe(en);
  expect(conditionSentence(cel, { locale: "de" })).toBe(de);
});

test("names of fields and steps are used where they are known", () => {
  const names = {
    field: (path: string) => (path === "data.amount" ? "Amount due" : undefined),
    step: () => "First email",
  };
  expect(conditionSentence("data.amount > 5 && messages.s1.opened", { locale: "en", names })).toBe(
    "Amount due is over 5 and the message of First email was opened",
  );
});
