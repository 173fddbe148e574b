import { expect, test } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import type { Template } from "@/core/template/content";
import type { EditorFacts } from "./editor-facts";
import { workflowFactsOf } from "./workflow-facts";

const live: Template = { channel: "email", content: { subject: "Live", body: "Live" } };
const facts: EditorFacts = {
  templates: { reminder: live, other: live },
  topics: [{ key: "billing", name: "Billing", required: false }],
  teams: [{ key: "finance", name: "Finance", leadId: null, memberIds: ["a"] }],
  policies: [],
  rotas: [],
  people: [],
  channelsOn: ["email"],
  events: [],
  workspace: { timeZone: "UTC", locale: "en", calendar: DEFAULT_CALENDAR },
};

test("a draft's content lies over the live one, and one that is not finished stands for itself", () => {
  const draft = { ...live, content: { subject: "Draft", body: "Draft" } };
  const empty = { ...live, content: { subject: "", body: "" } };
  const known = workflowFactsOf(facts, { reminder: draft, fresh: empty });
  expect(known.templates.get("reminder")?.content.body).toBe("Draft");
  expect(known.templates.get("other")?.content.body).toBe("Live");
  expect(known.templates.has("fresh")).toBe(false);
  expect(known.unfinished?.get("fresh")?.channel).toBe("email");
  expect(known.unfinished?.get("fresh")?.field).toMatch(/^content\./);
});

test("where no event ever came, nothing is said about events", () => {
  expect(workflowFactsOf(facts).eventNames).toBeNull();
  const events = [{ name: "invoice.created", count: 0, fields: [] }];
  expect(workflowFactsOf({ ...facts, events }).eventNames?.has("invoice.created")).toBe(true);
  expect(workflowFactsOf(facts).teams.get("finance")).toMatchObject({ name: "Finance" });
});
