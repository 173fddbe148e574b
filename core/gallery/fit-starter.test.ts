import { describe, expect, it } from "vitest";
import type { Template } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import { templatesUsed } from "@/core/workflow/templates-used";
import { validate } from "@/core/workflow/validate";
import { STARTERS } from ".";
import { type Existing, fitStarter } from "./fit-starter";
import type { Starter } from "./starter";
import { StarterAnswers } from "./starter-answers";
import { unpaidInvoice } from "./unpaid-invoice";

const NOTHING: Existing = {
  templates: new Map(),
  policies: new Map(),
  topics: new Set(),
  teams: new Set(),
};

const answersOf = (starter: Starter, changes: Partial<StarterAnswers> = {}): StarterAnswers => ({
  name: starter.name,
  key: starter.key,
  startEvent: starter.asks.event,
  personField: null,
  dueField: null,
  teams: {},
  ...changes,
});

const invoice = (changes: Partial<StarterAnswers>, existing: Partial<Existing> = {}) =>
  fitStarter(unpaidInvoice, answersOf(unpaidInvoice, changes), { ...NOTHING, ...existing });

describe.each(STARTERS.map((starter) => [starter.key, starter] as const))(
  "the starter %s in an empty workspace",
  (_, starter) => {
    const fitted = fitStarter(starter, answersOf(starter), NOTHING);

    it("stays as it is written, and brings everything it needs", () => {
      expect(fitted.definition).toEqual(starter.definition);
      expect(fitted.scenarios).toEqual(starter.scenarios);
      const made = new Set(fitted.templates.map(({ key }) => key));
      for (const key of templatesUsed(starter.definition)) expect([...made]).toContain(key);
      expect(fitted.teams.map(({ key }) => key)).toEqual(starter.teams.map(({ key }) => key));
    });

    it("names only what is there when all of it is there already with other content", () => {
      const other: Template = { channel: "email", content: { subject: "Other", body: "Other" } };
      const taken = (keys: Iterable<string>) => new Map([...keys].map((key) => [key, other]));
      const existing: Existing = {
        templates: taken(Object.keys(starter.templates)),
        policies: new Map(
          starter.policies.map(({ key }) => [key, { name: "Other", ladder: { levels: [] } }]),
        ),
        topics: new Set(starter.topics.map(({ key }) => key)),
        teams: new Set(starter.teams.map(({ key }) => key)),
      };
      const beside = fitStarter(starter, answersOf(starter), existing);
      expect(Definition.parse(beside.definition)).toEqual(beside.definition);
      const problems = validate(beside.definition, {
        templates: new Map(beside.templates.map(({ key, template }) => [key, template])),
        topics: new Map(starter.topics.map((topic) => [topic.key, topic])),
        teams: new Map(beside.teams.map(({ key }) => [key, { leadId: "a", members: [{}] }])),
        policies: new Set(beside.policies.map(({ key }) => key)),
        rotas: new Set(starter.rotas.map(({ key }) => key)),
        channelsOn: null,
        eventNames: null,
      });
      expect(problems.filter(({ severity }) => severity === "problem")).toEqual([]);
      expect(beside.topics).toEqual([]);
    });
  },
);

describe("the answers to a starter's questions", () => {
  it("are where cases begin, whom they are about and when they are due", () => {
    const { definition } = invoice({
      startEvent: "billing.invoice_sent",
      personField: "data.customer.id",
      dueField: "data.payment.due",
    });
    expect(definition.start).toEqual({ event: "billing.invoice_sent", where: "data.amount > 0" });
    expect(definition.person).toBe("data.customer.id");
    expect(definition.due).toEqual({ from: "data.payment.due" });
    const { properties } = definition.data as { properties: Record<string, unknown> };
    expect(properties.due_date).toBeUndefined();
    expect(properties.payment).toMatchObject({
      properties: { due: { title: "Due date", examples: ["2026-09-30"] } },
    });
    expect(properties.customer).toMatchObject({ properties: { id: { type: "string" } } });
  });

  it("put the chosen teams where the starter's stood, in the document and its policies", () => {
    const fitted = invoice(
      { teams: { billing: "receivables" } },
      { teams: new Set(["receivables", "finance"]) },
    );
    expect(JSON.stringify(fitted.definition)).not.toContain('"billing"');
    expect(fitted.policies[0]?.ladder.levels.map(({ targets }) => targets)).toEqual([
      [{ team: "receivables", role: "lead" }],
      [{ team: "finance-2", role: "lead" }],
    ]);
    expect(fitted.teams).toEqual([{ key: "finance-2", name: "Finance" }]);
  });

  it("may leave out the root of a field", () => {
    const parsed = StarterAnswers.parse(
      answersOf(unpaidInvoice, { personField: "customer.id", dueField: " data.due " }),
    );
    expect(parsed).toMatchObject({ personField: "data.customer.id", dueField: "data.due" });
    const bad = StarterAnswers.safeParse(answersOf(unpaidInvoice, { dueField: "due date" }));
    expect(bad.success).toBe(false);
  });
});

describe("what a workspace has already", () => {
  const first = unpaidInvoice.templates["invoice-first"] as Template;

  it("is used when it is the same, whatever the order of its fields", () => {
    const { channel, content, locales } = first;
    const same = { ...(locales && { locales }), content, channel };
    const { templates, definition } = invoice(
      {},
      { templates: new Map([["invoice-first", same]]) },
    );
    expect(templates.map(({ key }) => key)).not.toContain("invoice-first");
    expect(templatesUsed(definition)).toContain("invoice-first");
  });

  it("is left alone when it is another: the starter's comes beside it, and is what is sent", () => {
    const other = { ...first, content: { ...first.content, body: "Something else." } };
    const { templates, definition } = invoice(
      {},
      { templates: new Map([["invoice-first", other]]) },
    );
    expect(templates.find(({ key }) => key === "invoice-first-2")?.template).toBe(first);
    expect(templatesUsed(definition)).toContain("invoice-first-2");
    expect(templatesUsed(definition)).not.toContain("invoice-first");
  });
});
