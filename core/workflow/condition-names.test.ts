import { expect, test } from "vitest";
import { conditionSentence } from "@/core/sentence/condition-sentence";
import { conditionNames } from "./condition-names";
import { exampleDefinition } from "./example-definition";

test("a condition calls fields by their titles, and messages by their step's title or content", () => {
  const definition = exampleDefinition({
    data: { type: "object", properties: { amount: { type: "number", title: "Amount due" } } },
  });
  const label = (key: string) => (key === "invoice-initial" ? "Your invoice" : undefined);
  const says = (cel: string) =>
    conditionSentence(cel, { locale: "en", names: conditionNames(definition, label) });
  expect(says("data.amount > 5 && data.other == 'x'")).toBe(
    "Amount due is over 5 and other is “x”",
  );
  expect(says("messages.s1.opened")).toBe("the message of Your invoice was opened");
  expect(says("messages.s2.opened")).toBe("the message of invoice-reminder was opened");
});
