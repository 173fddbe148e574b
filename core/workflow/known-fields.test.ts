import { expect, it } from "vitest";
import { knownFields } from "./known-fields";

const field = (path: string, example: unknown) => ({ path, example, missing: 1, of: 50 });
const events = [
  { name: "invoice.created", count: 50, fields: [field("data.amount", 120)] },
  { name: "ticket.opened", count: 9, fields: [field("data.ticket", "T-1")] },
];
const data = {
  properties: {
    amount: { type: "number", examples: [5] },
    customer: { properties: { id: { example: "c_1" } } },
  },
};

it("only the event that starts the workflow counts, and what was seen wins over the schema", () => {
  const fields = knownFields({ start: { event: "invoice.created" }, data }, events);
  expect(fields).toEqual([
    field("data.amount", 120),
    { path: "data.customer.id", example: "c_1", missing: 0, of: 0 },
  ]);
});

it("a workflow that no event starts knows the fields of all", () => {
  expect(knownFields({}, events).map(({ path }) => path)).toEqual(["data.amount", "data.ticket"]);
});
