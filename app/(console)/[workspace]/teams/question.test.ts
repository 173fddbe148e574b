import { expect, it } from "vitest";
import { questionOf } from "./question";

it.each([
  ["team:billing", { kind: "team", team: "billing" }],
  ["team:billing:on_call", { kind: "team", team: "billing", role: "on_call" }],
  ["team:eu:billing", { kind: "team", team: "eu:billing" }],
  ["team:eu:billing:lead", { kind: "team", team: "eu:billing", role: "lead" }],
  ["policy:eu:money", { kind: "policy", policy: "eu:money" }],
  ["step:eu:invoices:s4", { kind: "step", workflow: "eu:invoices", step: "s4" }],
  ["step:invoices", null],
  ["team:", null],
  ["nonsense", null],
])("reads %j", (text, question) => {
  expect(questionOf(text)).toEqual(question);
});
