import { describe, expect, it } from "vitest";
import { failureSentence } from "@/core/sentence/scenario-sentence";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { exampleSimulationFacts, exampleTemplates } from "./example-simulation-facts";
import { expectationOf, runScenario } from "./run-scenario";
import { ScenarioTest } from "./scenario-test";
import type { SimulationFacts } from "./simulation-facts";

const definition = exampleDefinition();
const templates = exampleTemplates(definition, "paid");
const DATA = { id: "1", number: 2041, customer: "mara", amount: 5, due_date: "2026-12-12" };

const run = (
  test: Record<string, unknown> = {},
  facts: SimulationFacts = exampleSimulationFacts(),
) =>
  runScenario(
    definition,
    ScenarioTest.parse({
      key: "k",
      name: "One",
      person: { id: "mara" },
      data: DATA,
      startAt: "2026-11-24T09:12:00Z",
      scenario: {},
      ...test,
    }),
    facts,
    templates,
  );
const codes = (test: Record<string, unknown>) => run(test).failures.map(({ code }) => code);

const PAYS = { scenario: { behaviours: [{ at: { after: "P5D" }, do: "action", action: "paid" }] } };
const EXPECTED = [
  { step: "s1", channel: "email", outcome: "sent", at: "2026-11-24T10:12" },
  { step: "s1", channel: "in_app", outcome: "sent" },
  { step: "c1", channel: "email", outcome: "sent", at: "2026-11-29T10:12" },
];

const STOPS = {
  scenario: { behaviours: ["P1D", "P2D"].map((after) => ({ at: { after }, do: "unsubscribe" })) },
};
const stopped = (facts: SimulationFacts) =>
  run(STOPS, facts).simulation.entries.flatMap((e) => (e.kind === "behaviour" ? [e.done] : []));

describe("unsubscribing from a message", () => {
  const facts = exampleSimulationFacts();
  const [[key = "", topic] = []] = facts.topics;
  const withTopic = (more: object) =>
    topic ? { ...facts, topics: new Map([[key, { ...topic, ...more }]]) } : facts;

  it("changes something once", () => {
    expect(stopped(facts)).toEqual([true, false]);
  });

  it("changes nothing where the topic is required, or sends no emails", () => {
    expect(stopped(withTopic({ required: true }))).toEqual([false, false]);
    expect(stopped(withTopic({ defaultChannels: ["sms"] }))).toEqual([false, false]);
  });
});

describe("a scenario that is a test", () => {
  it("passes when every message and the end are as expected, in local time", () => {
    const expects = { messages: EXPECTED, end: { status: "resolved" } };
    expect(run({ ...PAYS, expects }).failures).toEqual([]);
  });

  it("passes when it expects what it came to", () => {
    const expects = expectationOf(run(PAYS));
    expect(expects.messages).toHaveLength(3);
    expect(run({ ...PAYS, expects }).failures).toEqual([]);
    expect(codes({ expects })).toContain("end_other");
  });

  it("expects nothing when it says nothing", () => {
    expect(run(PAYS).failures).toEqual([]);
  });

  it("names each difference once: a message too many does not make those behind it wrong", () => {
    const [first, second, third] = EXPECTED;
    const more = { step: "s9", channel: "sms", outcome: "sent" };
    expect(codes({ ...PAYS, expects: { messages: [first, more, second, third] } })).toEqual([
      "message_missing",
    ]);
    expect(codes({ ...PAYS, expects: { messages: [first, third] } })).toEqual(["message_extra"]);
  });

  it("tells another outcome, time, reason and end apart", () => {
    const [first, second, third] = EXPECTED;
    const changed = [
      { ...first, outcome: "not_sent" },
      { ...second, at: "2026-11-24T10:13" },
    ];
    const expects = {
      messages: [...changed, { ...third, code: "sent.manual" }],
      end: { status: "expired" },
    };
    expect(codes({ ...PAYS, expects })).toEqual([
      "outcome_other",
      "time_other",
      "reason_other",
      "end_other",
    ]);
  });

  it("says what differs in a sentence of the reader's language", () => {
    const expects = { messages: EXPECTED.slice(0, 2), end: { status: "expired" } };
    const { failures } = run({ ...PAYS, expects });
    expect(failures.map((failure) => failureSentence(failure, { locale: "en" }))).toEqual([
      "Email of “c1” (message 3) was not expected: sent on Sun, 29 Nov 2026, 10:12.",
      "The case ended resolved instead of expired.",
    ]);
    expect(failures.map((failure) => failureSentence(failure, { locale: "de" }))).toEqual([
      "E-Mail aus „c1“ (Nachricht 3) war nicht erwartet: gesendet am So., 29. Nov. 2026, 10:12.",
      "Der Fall endete erledigt statt abgelaufen.",
    ]);
  });

  it("fails for a person who is gone, and sends them nothing", () => {
    const { failures, simulation } = run({ person: { id: "gone" } });
    expect(failures).toEqual([{ code: "person_unknown", params: { person: "gone" } }]);
    expect(simulation.messages.filter((m) => m.personId === "gone" && m.status === "sent")).toEqual(
      [],
    );
  });
});

describe("the opening of a simulated case", () => {
  it("gets subject, key and due date as a new case does", () => {
    const { subject, key, dueAt } = run();
    expect({ subject, key }).toEqual({ subject: "Invoice 2041", key: "invoice:1" });
    expect(new Date(dueAt ?? 0).toISOString()).toBe("2026-12-12T22:59:59.999Z");
  });

  it("takes the examples of the data schema, and dates that lie ahead, where it brings no data", () => {
    const properties = { id: { examples: ["7"] }, due_date: { format: "date" }, x: {} };
    const { data } = runScenario(
      exampleDefinition({ data: { type: "object", properties } }),
      ScenarioTest.parse({
        key: "k",
        name: "One",
        person: { id: "mara" },
        startAt: "2026-11-24T09:12:00Z",
        scenario: {},
      }),
      exampleSimulationFacts(),
      templates,
    );
    expect(data).toEqual({ id: "7", due_date: "2026-12-08" });
  });
});

describe("a person who is made up", () => {
  const tokyo = { name: "Aiko Mori", timeZone: "Asia/Tokyo", locale: "ja" };

  it("is told in their own zone, on the channels they have", () => {
    const { simulation } = run({ person: { ...tokyo, channelsOff: ["sms", "in_app"] } });
    const fates = simulation.messages.map((m) => `${m.step} ${m.channel} ${m.code}`);
    expect(fates.slice(0, 4)).toEqual([
      "s1 email sent.plan",
      "s1 in_app skip.pref_channel",
      "s2 email sent.plan",
      "s2 sms skip.no_consent",
    ]);
    expect(simulation.messages[2]?.sentAt).toBe(Date.UTC(2026, 11, 10, 0));
  });

  it("is not written to in their quiet hours", () => {
    const quietHours = { from: "18:00", to: "08:00" };
    const { simulation } = run({ person: { ...tokyo, quietHours } });
    expect(simulation.messages[0]).toMatchObject({
      sentAt: Date.UTC(2026, 10, 24, 23),
      status: "sent",
    });
  });
});

describe("the words of a simulated message", () => {
  it("are rendered with the moment and the zone of their reader", () => {
    const { simulation } = run();
    expect(simulation.messages[2]?.content).toMatchObject({
      subject: "Invoice 2041",
      body: "Hello Mara, it is 2026-12-10.",
    });
  });

  it("that cannot be rendered fail their message", () => {
    const none = runScenario(
      definition,
      ScenarioTest.parse({
        key: "k",
        name: "One",
        person: { id: "mara" },
        startAt: "2026-11-24T09:12:00Z",
        scenario: {},
      }),
      exampleSimulationFacts(),
      new Map(),
    );
    expect(none.simulation.messages[0]).toMatchObject({ status: "failed", code: "fail.render" });
  });
});
