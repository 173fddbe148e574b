import { Channel } from "@/core/template/channel";
import type { Definition } from "@/core/workflow/definition";
import { exampleFacts } from "./example-facts";
import type { PersonFacts } from "./facts";
import type { SimulationFacts, SimulationPerson } from "./simulation-facts";
import type { SimulationTemplates } from "./world-of";

const withGates = (person: PersonFacts): SimulationPerson => ({
  ...person,
  calendar: null,
  quietHours: [],
  trackingConsent: true,
  addresses: new Map(
    Channel.options.map((channel) => [
      channel,
      [{ address: `${person.id} ${channel}`, verified: true, suppressed: null }],
    ]),
  ),
  preferences: new Map(),
  smsConsents: [],
});

/** The company of `exampleFacts`, with an address for everybody on every channel. */
export function exampleSimulationFacts(changes: Partial<SimulationFacts> = {}): SimulationFacts {
  const { workspace, people, person } = exampleFacts();
  const topics = ["billing-reminders", "tasks", "t"];
  return {
    now: Date.UTC(2026, 10, 24, 9, 12),
    workspace: { ...workspace, calendars: new Map() },
    people: new Map([...people.values(), person].map((one) => [one.id, withGates(one)])),
    topics: new Map(topics.map((key) => [key, { key, required: false, defaultChannels: [] }])),
    background: new Map(),
    ...changes,
  };
}

/** Plain contents for every template a definition and the example's policies name, with these buttons. */
export function exampleTemplates(
  definition: Definition,
  ...actions: string[]
): SimulationTemplates {
  const keys = new Set(["esc"]);
  const find = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, held] of Object.entries(value)) {
      if (Channel.safeParse(name).success && typeof held === "string") keys.add(held);
      else find(held);
    }
  };
  find(definition);
  const content = {
    subject: "{{ case.subject }}",
    body: "Hello {{ recipient.firstName }}, it is {{ now | date: 'iso' }}.",
    actions: actions.map((id) => ({ id, label: id, kind: "complete" as const })),
  };
  return new Map([...keys].map((key) => [key, { content }]));
}
