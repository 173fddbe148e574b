import { expect, test } from "vitest";
import { ASKING, check, facts } from "./example-problems";

const data = {
  type: "object",
  properties: {
    amount: { type: "number" },
    plan: { type: "string", enum: ["free", "team"] },
    note: { type: ["string", "null"] },
    day: { type: "string", format: "date" },
    at: { type: "string", format: "date-time" },
    isNew: { type: "boolean" },
    names: { type: "array", items: { type: "string" } },
    items: { type: "array", items: { type: "object", properties: { price: { type: "string" } } } },
  },
};

function foundIn(body: string) {
  const templates = new Map(facts().templates);
  const actions = [{ id: "paid", label: "Pay", kind: "complete" as const }];
  const content = { subject: "S", body: `${body} ${ASKING}`, actions };
  templates.set("invoice-initial", { channel: "email", content });
  return check({ data, subject: "S" }, { templates }).filter(
    ({ code }) => code === "send.filter_type",
  );
}

test.each([
  ["{{ data.plan | money: 'EUR' }}", "problem"],
  ["{{ data.day | money: 'EUR' }}", "problem"],
  ["{{ data.note | number }}", "check"],
  ["{{ data.names | percent }}", "problem"],
  ["{{ data.isNew | date }}", "problem"],
  ["{{ data.day | time }}", "problem"],
  ["{{ data.amount | list }}", "problem"],
  ["{{ data.plan | relative | default: 'soon' }}", "problem"],
])("%s is a %s", (text, severity) => {
  expect(foundIn(`Hi\n ${text}`)).toMatchObject([
    {
      severity,
      path: "stages.0.steps.0.channels.0",
      params: { line: 2, column: 2, field: "body" },
    },
  ]);
});

test.each([
  "{{ data.amount | money: 'EUR' }}",
  "{{ data.day | date: 'long' }} {{ data.at | time }} {{ data.amount | date }}",
  "{{ data.names | list }}",
  "{{ data.plan | upcase }} {{ data.unknown | money: 'EUR' }} {{ person.name | money: 'EUR' }}",
])("%s fits", (text) => {
  expect(foundIn(text)).toEqual([]);
});

test("the words name template, place, value and filter", () => {
  expect(foundIn("{{ data.plan | money: 'EUR' }}")[0]?.message).toBe(
    'In "invoice-initial", body, line 1, column 1: {{ data.plan }} is declared as string, which "money" may not be able to write.',
  );
});
