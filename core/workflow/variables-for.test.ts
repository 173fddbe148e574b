import { expect, test } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { renderText } from "@/core/template/liquid";
import { snippetOf } from "@/core/template/variable-uses";
import { isKnown, kindOf } from "@/core/template/variables";
import { exampleDefinition } from "./example-definition";
import { exampleScope, personExample } from "./example-scope";
import { variablesFor } from "./variables-for";

const NOW = Date.UTC(2026, 8, 1, 9);
const workspace = { timeZone: "Europe/Berlin", locale: "en", calendar: DEFAULT_CALENDAR };
const facts = {
  workspace,
  people: [{ id: "maria", name: "Maria Weber", timeZone: null, locale: "de", city: "Berlin" }],
  events: [
    {
      name: "invoice.created",
      count: 50,
      fields: [
        { path: "data.amount", example: 1280, missing: 0, of: 50 },
        { path: "data.note", example: "Thanks", missing: 3, of: 50 },
        { path: "data.due_date", example: "2026-09-30", missing: 0, of: 50 },
      ],
    },
    {
      name: "ticket.opened",
      count: 1,
      fields: [{ path: "data.ticket", example: 1, missing: 0, of: 1 }],
    },
  ],
};
const variables = variablesFor(exampleDefinition(), facts, NOW);
const at = (path: string) => variables.find((variable) => variable.path === path);

test("a field of the schema has its own example, else the one seen, else one of its type", () => {
  const data = {
    type: "object",
    properties: {
      amount: { type: "number", title: "Amount", examples: [99] },
      due_date: { type: "string", format: "date" },
      items: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
      buyer: { type: "object", properties: { vat: { type: "integer" } } },
    },
  };
  const found = variablesFor(exampleDefinition({ data }), facts, NOW);
  expect(found.slice(0, 5)).toMatchObject([
    { path: "data.amount", example: 99, title: "Amount", missing: 0 },
    { path: "data.due_date", example: "2026-09-30" },
    { path: "data.items", example: [{ name: "name" }] },
    { path: "data.buyer.vat", example: 3 },
    { path: "data.note", example: "Thanks", missing: 3, of: 50 },
  ]);
});

test("fields of other events are offered only where there is no workflow", () => {
  expect(at("data.ticket")).toBeUndefined();
  const all = variablesFor(null, facts, NOW).map(({ path }) => path);
  expect(all).toContain("data.ticket");
});

test("the newest event of each name is offered, whatever the workflow starts with", () => {
  const when = at('history.lastOf["ticket.opened"].at');
  const ticket = at('history.lastOf["ticket.opened"].data.ticket');
  expect(ticket).toMatchObject({ example: 1, of: 1 });
  expect(when && snippetOf(when)).toBe('{{ history.lastOf["ticket.opened"].at | date: "long" }}');
  expect(ticket && snippetOf(ticket, { kind: "hide" })).toBe(
    '{% if history.lastOf["ticket.opened"].data.ticket %}{{ history.lastOf["ticket.opened"].data.ticket }}{% endif %}',
  );
});

test("the due moment is that of the example data, and is not offered without a due date", () => {
  expect(at("due")?.example).toBe("2026-09-30");
  const { due: _, ...without } = exampleDefinition();
  expect(variablesFor(without, facts, NOW).some(({ path }) => path === "due")).toBe(false);
});

test("a due day ends where the person is, as that of a real case does", () => {
  const dueFor = (timeZone: string) => {
    const person = personExample(facts.people[0] ?? null, workspace);
    const scope = exampleScope(variables, {
      person,
      zone: timeZone,
      now: NOW,
      isDataMissing: false,
    });
    const settings = { locale: "en", zone: timeZone, now: NOW, escape: "plain" as const };
    expect(renderText('{{ due | date: "day" }}', scope, settings)).toMatchObject({
      text: "Wednesday 30 September",
    });
    return [scope.due, scope.case.dueAt];
  };
  for (const [zone, offset] of [
    ["Asia/Tokyo", "+09:00"],
    ["America/New_York", "-04:00"],
  ] as const) {
    const end = Date.parse(`2026-09-30T23:59:59.999${offset}`);
    expect(dueFor(zone)).toEqual([end, end]);
  }
});

test("the example case is called what its data make of the workflow's subject", () => {
  const subject = "Bill over {{ data.amount }}";
  const found = (text: string) =>
    variablesFor(exampleDefinition({ subject: text }), facts, NOW).find(
      ({ path }) => path === "case.subject",
    )?.example;
  expect(found(subject)).toBe("Bill over 12.5");
  expect(found("Bill {{ data.nothing }}")).toBe("Invoice 2041");
});

test("every variable can be written with its example", () => {
  const person = personExample(facts.people[0] ?? null, workspace);
  const scope = exampleScope(variables, { person, zone: "UTC", now: NOW, isDataMissing: false });
  for (const { path } of variables) {
    const settings = { locale: "en", zone: "UTC", now: NOW, escape: "plain" as const };
    expect(renderText(`{{ ${path} }}`, scope, settings), path).toMatchObject({ ok: true });
  }
  expect(scope.recipient.firstName).toBe("Maria");
});

test("a name is known when something stands behind it", () => {
  const known = (path: string) =>
    isKnown(path, [...variables, { path: "data.items", example: [] }]);
  for (const path of [
    "data.amount",
    "data.items[0].name",
    "person.attributes.plan",
    "messages.s1.opened",
    "case.dueAt",
  ]) {
    expect(known(path), path).toBe(true);
  }
  for (const path of ["data.amout", "person.nam", "datta.x", "case.total"]) {
    expect(known(path), path).toBe(false);
  }
});

test("moments and dates are told from words", () => {
  expect(kindOf({ path: "case.openedAt", example: null })).toBe("moment");
  expect(kindOf({ path: "data.on", example: "2026-09-30" })).toBe("date");
  expect(kindOf({ path: "data.at", example: "2026-09-30T10:00:00Z" })).toBe("moment");
  expect(kindOf({ path: "data.number", example: "2041" })).toBe("text");
});
