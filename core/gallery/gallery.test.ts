import { describe, expect, it } from "vitest";
import { PolicyInput } from "@/core/contracts/teams";
import { TopicInput } from "@/core/contracts/topics";
import { Template } from "@/core/template/content";
import { contentProblems } from "@/core/template/content-problems";
import { type CopyAdviceCode, checkCopy } from "@/core/template/copy-checks";
import { renderContent } from "@/core/template/render-content";
import { smsSegments } from "@/core/template/sms";
import { compile } from "@/core/workflow/compile";
import { Definition, walk } from "@/core/workflow/definition";
import { Step } from "@/core/workflow/step";
import { validate, type WorkflowFacts } from "@/core/workflow/validate";
import { STARTERS } from ".";
import type { Starter } from "./starter";
import { contentsOf, NOW, PERSON, scopeOf } from "./testing";

const factsOf = (starter: Starter): WorkflowFacts => ({
  templates: new Map(Object.entries(starter.templates)),
  topics: new Map(starter.topics.map((topic) => [topic.key, topic])),
  teams: new Map(starter.teams.map(({ key }) => [key, { leadId: "emp_1", members: [{}] }])),
  policies: new Set(starter.policies.map(({ key }) => key)),
  rotas: new Set(starter.rotas.map(({ key }) => key)),
  channelsOn: null,
  eventNames: null,
});

/** "Yes" and "No" are two answers to one question. */
const ACCEPTED: readonly CopyAdviceCode[] = ["many_primary_actions"];
/** What tells rather than asks: there is nothing to press and no date to keep. */
const NEEDLESS_FOR_NEWS: readonly CopyAdviceCode[] = [
  "action_missing",
  "deadline_missing",
  "importance_missing",
];

const asking = (starter: Starter): Set<string> => {
  const keys = new Set<string>();
  for (const { step, path } of walk(starter.definition)) {
    if (path[0] !== "stages") continue;
    const lists = step.kind === "send" ? [step.channels, step.anyOf] : [];
    if (step.kind === "escalate") lists.push(step.tell);
    for (const entry of lists.flatMap((list) => list ?? []))
      Object.values(entry).map((key) => keys.add(key));
  }
  for (const { levels } of starter.policies) {
    for (const entry of levels.flatMap((level) => level.channels))
      Object.values(entry).map((key) => keys.add(key));
  }
  return keys;
};

/** Escalations the person themselves is told of. */
const tellsOf = ({ definition }: Starter): number =>
  [...walk(definition)].filter(({ step }) => step.kind === "escalate" && step.tell).length;

describe("the gallery", () => {
  it("has its ten starters in order, each under a key of its own", () => {
    expect(STARTERS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(STARTERS.map(({ key }) => key)).size).toBe(STARTERS.length);
  });

  it("shows every kind of step", () => {
    const steps = STARTERS.flatMap(({ definition }) => [...walk(definition)]);
    const kinds = new Set(steps.map(({ step }) => step.kind));
    expect(
      [...Step.options].map(({ shape }) => shape.kind.value).filter((k) => !kinds.has(k)),
    ).toEqual([]);
  });

  it("brings nothing twice under one key: contents, topics, policies and teams differ", () => {
    const keys = STARTERS.flatMap(({ templates, topics, policies, teams, rotas }) => [
      ...Object.keys(templates).map((key) => `template ${key}`),
      ...topics.map(({ key }) => `topic ${key}`),
      ...policies.map(({ key }) => `policy ${key}`),
      ...teams.map(({ key }) => `team ${key}`),
      ...rotas.map(({ key }) => `rota ${key}`),
    ]);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

describe.each(STARTERS.map((starter) => [starter.key, starter] as const))(
  "the starter %s",
  (_, starter) => {
    const templates = Object.entries(starter.templates).map(([key, template]) => ({
      key,
      template,
    }));

    it("is a definition the schema accepts as it stands, and compiles", () => {
      expect(Definition.parse(starter.definition)).toEqual(starter.definition);
      expect(
        compile(starter.definition, { workflow: starter.key, version: 1 }).instructions.length,
      ).toBeGreaterThan(5);
    });

    it("has no problem, and no check beside its required topic and the answers to a question", () => {
      const accepted = ["pref.required_topic", ...ACCEPTED.map((code) => `copy.${code}`)];
      const found = validate(starter.definition, factsOf(starter));
      expect(found.filter(({ code }) => !accepted.includes(code))).toEqual([]);
    });

    it("asks for its event, person, due date and teams, and names the answer it waits for", () => {
      const { asks, definition, example, response, teams } = starter;
      expect(asks).toEqual({
        event: example.event,
        person: null,
        due: definition.due ?? null,
        teams,
      });
      expect(definition.start?.event).toBe(asks.event);
      expect(definition.stopsWhen).toContain(response);
    });

    it("has data in its example for every field its definition requires, and no other", () => {
      const { required, properties } = starter.definition.data as Record<string, object>;
      const given = Object.keys(starter.example.data);
      expect(Object.keys(properties ?? {}).toSorted()).toEqual(given.toSorted());
      expect(given).toEqual(expect.arrayContaining(Object.values(required ?? [])));
    });

    it("brings topics and policies the API would accept", () => {
      for (const topic of starter.topics) expect(TopicInput.safeParse(topic).success).toBe(true);
      for (const policy of starter.policies) {
        const parsed = PolicyInput.safeParse(policy);
        expect(parsed.error?.issues ?? []).toEqual([]);
      }
    });

    it("uses every template it brings", () => {
      const used = JSON.stringify([starter.definition, starter.policies]);
      for (const { key } of templates) expect(used).toContain(`"${key}"`);
    });

    it.each(templates)("has no mistake in $key", ({ template }) => {
      expect(Template.safeParse(template).error?.issues ?? []).toEqual([]);
      for (const [locale, content] of contentsOf(template)) {
        expect({ locale, problems: contentProblems(content, null) }).toEqual({
          locale,
          problems: [],
        });
      }
    });

    it.each(templates)(
      "writes $key in both languages from its example, also to somebody without a name, about somebody unknown",
      ({ template }) => {
        expect(Object.keys(template.locales ?? {})).toEqual(["de"]);
        const nameless = { ...PERSON, name: null, firstName: null };
        const scopes = [scopeOf(starter), scopeOf(starter, { person: {}, recipient: nameless })];
        for (const scope of scopes) {
          for (const [locale, content] of contentsOf(template)) {
            const result = renderContent(content, scope, {
              locale,
              zone: "Europe/Berlin",
              now: NOW,
            });
            expect(result.ok ? null : result).toBeNull();
            if (!result.ok) continue;
            const texts = JSON.stringify(result.rendered);
            expect(texts).not.toMatch(/\{\{|\}\}|\{%|undefined|\bnull, null\b/);
            if (template.channel === "sms") {
              expect(smsSegments(result.rendered.body).segments).toBeLessThanOrEqual(2);
            }
          }
        }
      },
    );

    it.each(templates)("says action, reason and deadline in $key, briefly", ({ key, template }) => {
      const news = !asking(starter).has(key);
      const allowed = [...ACCEPTED, ...(news ? NEEDLESS_FOR_NEWS : [])];
      for (const [locale, content] of contentsOf(template)) {
        const advice = checkCopy(content, template.channel).filter(
          ({ code }) => !allowed.includes(code),
        );
        expect({ locale, advice }).toEqual({ locale, advice: [] });
      }
    });

    it("tells the person that a manager will be handling it, in both languages", () => {
      const told = templates.filter(({ key }) => key.endsWith("-told"));
      expect(told.length).toBe(tellsOf(starter));
      for (const { template } of told) {
        expect(template.content.body).toContain("A manager will now be handling this");
        expect(template.locales?.de?.body).toContain("Darum kümmert sich jetzt eine Führungskraft");
      }
    });
  },
);
