import { expect, test } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { renderText } from "@/core/template/liquid";
import { exampleDefinition } from "./example-definition";
import { exampleEvent } from "./example-event";

const NOW = Date.UTC(2026, 8, 1, 9);
const facts = {
  workspace: { timeZone: "Europe/Berlin", locale: "en", calendar: DEFAULT_CALENDAR },
  people: [],
  events: [
    {
      name: "invoice.created",
      count: 1,
      fields: [
        { path: "data.id", example: "7001", missing: 0, of: 1 },
        { path: "data.number", example: "7001", missing: 0, of: 1 },
        { path: "data.amount", example: 20, missing: 0, of: 1 },
        { path: "data.due_date", example: "2026-01-30", missing: 0, of: 1 },
      ],
    },
  ],
};
const string = { type: "string" };
const schema = (properties: Record<string, unknown>) => ({ type: "object", properties });

test("an event brings what the schema requires, is due in two weeks and has a key of its own", () => {
  const data = schema({ currency: string, due_date: { ...string, format: "date" } });
  const event = exampleEvent(exampleDefinition({ data }), facts, NOW);
  expect(event).toMatchObject({
    name: "invoice.created",
    person: { id: "cus_812" },
    data: { currency: "EUR", due_date: "2026-09-15", amount: 20, customer: "cus_812" },
  });
  expect(event?.data.id).not.toBe("7001");
  expect(event?.data.number).toBe(event?.data.id);
  const later = exampleEvent(exampleDefinition({ data }), facts, NOW + 1_000);
  expect(later?.data.id).not.toBe(event?.data.id);
  const amount = "{{ data.amount | money: data.currency }}";
  const settings = { locale: "en", zone: "UTC", now: NOW, escape: "plain" as const };
  expect(renderText(amount, { data: event?.data ?? {} }, settings)).toMatchObject({ ok: true });
});

test("a due moment is one, and somebody whom the data hold whole stands there whole", () => {
  const data = schema({
    id: string,
    due_date: { ...string, format: "date-time" },
    customer: schema({ id: string, name: string }),
  });
  expect(exampleEvent(exampleDefinition({ data }), facts, NOW)?.data).toMatchObject({
    due_date: "2026-09-15T09:00:00.000Z",
    customer: { id: "cus_812", name: "Ada Marsh", email: "ada@example.com" },
  });
});

test("there is none for a workflow that nothing starts, or that these data do not start", () => {
  const { start: _, ...without } = exampleDefinition();
  expect(exampleEvent(without, facts, NOW)).toBeNull();
  const start = { event: "invoice.created", where: "data.amount > 1000" };
  expect(exampleEvent(exampleDefinition({ start }), facts, NOW)).toBeNull();
});
