import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { behaviourSentence, presetName } from "@/core/sentence/scenario-sentence";
import { simulationLine } from "@/core/sentence/simulation-line";
import { Definition } from "@/core/workflow/definition";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { randomDefinition } from "@/core/workflow/random-definition";
import { exampleSimulationFacts, exampleTemplates } from "./example-simulation-facts";
import { runScenario } from "./run-scenario";
import { Behaviour } from "./scenario";
import { messagesPerDay, sentInQuietHours, stepsNeverReached } from "./scenario-coverage";
import { PRESET_KEYS, presetsFor } from "./scenario-presets";
import { ScenarioTest } from "./scenario-test";

vi.setConfig({ testTimeout: 60_000 });

const facts = exampleSimulationFacts();
const DATA = { id: "1", number: 2041, amount: 5, due_date: "2026-12-12" };

function all(definition: Definition, actions: string[]) {
  const templates = exampleTemplates(definition, ...actions);
  const run = (more: object) =>
    runScenario(
      definition,
      ScenarioTest.parse({
        key: "k",
        name: "One",
        person: { id: "mara" },
        data: DATA,
        startAt: "2026-11-24T09:12:00Z",
        scenario: {},
        ...more,
      }),
      facts,
      templates,
    );
  const presets = presetsFor({ definition, templates, quiet: run({}) });
  return presets.map(({ key, ...preset }) => ({ key, preset, run: run(preset) }));
}

const outcomes = (ran: ReturnType<typeof all>) =>
  Object.fromEntries(ran.map(({ key, run }) => [key, run.end.status]));

describe("presets", () => {
  it("of the example are all eight, and come to what their names say", () => {
    const ran = all(exampleDefinition(), ["paid"]);
    expect(ran.map(({ key }) => key)).toEqual(PRESET_KEYS);
    expect(outcomes(ran)).toMatchObject({
      happy_path: "resolved",
      late_responder: "resolved",
      opens_never_responds: "expired",
      never_opens: "expired",
      no_supervisor_reacts: "expired",
    });
    const fates = new Map(
      ran.map(({ key, run }) => [
        key,
        run.simulation.messages.map((m) => `${m.step} ${m.channel} ${m.code}`),
      ]),
    );
    expect(fates.get("bounce_then_sms")).toContain("s2 sms sent.plan");
    expect(fates.get("opted_out_of_sms")).toContain("s2 sms skip.no_consent");
    expect(fates.get("opens_never_responds")).toContain("s2 sms skip.fallback_unneeded");
  });

  it("answer with the first rule that resolves", () => {
    const answer = (stopsWhen: unknown[]) =>
      all(exampleDefinition({ stopsWhen }), ["paid"])[0]?.preset.scenario.behaviours.at(-1);
    // biome-ignore lint/suspicious/noThenProperty: the document's own word
    expect(answer([{ event: "a", then: "respond" }, { action: "paid" }])).toMatchObject({
      do: "action",
      action: "paid",
    });
    expect(answer([{ action: "no-such-button" }, { reply: true }])).toMatchObject({ do: "reply" });
    expect(answer([{ event: "invoice.paid" }])).toMatchObject({ event: "invoice.paid" });
  });

  it("leave out what makes no sense", () => {
    const steps = [{ id: "s", kind: "send", channels: [{ email: "t" }] }];
    const definition = Definition.parse({
      schema: 1,
      purpose: "status",
      topic: "t",
      subject: "x",
      stages: [{ id: "a", name: "A", steps }],
    });
    expect(all(definition, []).map(({ key }) => key)).toEqual([
      "opens_never_responds",
      "never_opens",
    ]);
  });

  it("can be made and run for any workflow, and every behaviour said in two languages", () => {
    fc.assert(
      fc.property(randomDefinition, (definition) => {
        for (const { key, preset, run } of all(definition, ["done"])) {
          expect(run.failures).toEqual([]);
          for (const locale of ["en", "de"]) {
            for (const entry of run.simulation.entries) {
              const { sentence } = simulationLine(entry, { locale, zone: run.zone });
              expect(sentence).toMatch(/^\S.*\S$/s);
            }
            expect(presetName(key, { locale })).not.toBe("");
            for (const behaviour of preset.scenario.behaviours) {
              expect(behaviourSentence(behaviour, { locale })).toMatch(/^\S.*\.$/);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("several runs together", () => {
  it("show the steps that none of them came to", () => {
    const definition = exampleDefinition();
    const ran = all(definition, ["paid"]);
    expect(
      stepsNeverReached(
        definition,
        ran.map(({ run }) => run),
      ),
    ).toEqual([]);
    const happy = ran.flatMap(({ key, run }) => (key === "happy_path" ? [run] : []));
    expect(stepsNeverReached(definition, happy)).toEqual(["s2", "w2", "e1"]);
  });

  it("count what everybody gets per day of their own", () => {
    const [happy] = all(exampleDefinition(), ["paid"]);
    if (!happy) throw new Error("no preset");
    expect(messagesPerDay(happy.run, facts)).toEqual([
      { personId: "mara", day: "2026-11-24", count: 2 },
      { personId: "mara", day: "2026-11-25", count: 1 },
    ]);
    expect(sentInQuietHours(happy.run, facts)).toEqual([]);
  });
});

describe("a behaviour in words", () => {
  const say = (behaviour: unknown, locale: string) =>
    behaviourSentence(Behaviour.parse(behaviour), { locale });
  it.each([
    [
      { at: { message: 1, after: "P1D" }, do: "open" },
      "1 day after message 1, its reader opens it.",
      "1 Tag nach Nachricht 1 öffnet sie jemand.",
    ],
    [
      { at: { after: "P5D" }, do: "event", event: "invoice.paid" },
      "5 days after the start, invoice.paid arrives.",
      "5 Tage nach dem Beginn trifft invoice.paid ein.",
    ],
    [
      { at: { after: "PT1H" }, do: "move_due", by: "P7D" },
      "1 hour after the start, the due date moves 7 days later.",
      "1 Stunde nach dem Beginn verschiebt sich der Fälligkeitstermin um 7 Tage nach hinten.",
    ],
    [
      { at: { level: 1, after: "PT2H" }, do: "acknowledge" },
      "2 hours after level 1 is brought in, whoever was brought in acknowledges.",
      "2 Stunden nach dem Einbeziehen von Stufe 1 übernimmt die einbezogene Person.",
    ],
    [
      { at: { message: 2, after: "PT1M" }, do: "bounce" },
      "1 minute after message 2, it bounces.",
      "1 Minute nach Nachricht 2 kommt sie als unzustellbar zurück.",
    ],
    [
      { at: { after: "P1D" }, do: "move_due", dueAt: "2026-12-24" },
      "1 day after the start, the due date moves to Thu, 24 Dec 2026.",
      "1 Tag nach dem Beginn verschiebt sich der Fälligkeitstermin auf Do., 24. Dez. 2026.",
    ],
  ])("%j", (behaviour, en, de) => {
    expect(say(behaviour, "en")).toBe(en);
    expect(say(behaviour, "de")).toBe(de);
  });
});
