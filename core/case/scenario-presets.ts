import { DAY_MS } from "@/core/time";
import { type Definition, walk } from "@/core/workflow/definition";
import type { Step } from "@/core/workflow/step";
import type { ScenarioRun } from "./run-scenario";
import type { Behaviour, Scenario } from "./scenario";
import type { SimulatedPerson } from "./scenario-test";
import type { SimulatedMessage } from "./simulation";
import type { SimulationPerson } from "./simulation-facts";
import type { SimulationTemplates } from "./world-of";

export const PRESET_KEYS = [
  "happy_path",
  "late_responder",
  "opens_never_responds",
  "never_opens",
  "bounce_then_sms",
  "opted_out_of_sms",
  "due_date_moves",
  "no_supervisor_reacts",
] as const;
export type PresetKey = (typeof PRESET_KEYS)[number];

/** A scenario made for one workflow and person. `person` is set where the preset is about somebody else. */
export type ScenarioPreset = { key: PresetKey; scenario: Scenario; person?: SimulatedPerson };

/** Messages that a preset opens, at most. */
const OPENED_MAX = 20;

type Response = { do: "event"; event: string } | { do: "action"; action: string } | { do: "reply" };

type Given = {
  definition: Definition;
  templates: SimulationTemplates;
  /** The run in which nobody does anything: it shows which presets make sense. */
  quiet: ScenarioRun;
};

/** The presets that make sense for a workflow and a person, in the order of `PRESET_KEYS`. */
export function presetsFor(given: Given): ScenarioPreset[] {
  return PRESET_KEYS.flatMap((key) => {
    const made = PRESETS[key](given);
    return made ? [{ key, ...made }] : [];
  });
}

type Made = { scenario: Scenario; person?: SimulatedPerson } | null;

const scenarioOf = (...behaviours: Behaviour[]): Made => ({ scenario: { behaviours } });

const PRESETS = {
  happy_path: (given) => {
    const [first] = ownMessages(given);
    const response = responseOf(given);
    if (!first || !response) return null;
    const opened = { at: { message: first.number, after: "PT10M" }, do: "open" } as const;
    return scenarioOf(opened, { at: shortlyAfter(given, first), ...response });
  },
  late_responder: (given) => {
    const own = ownMessages(given);
    const last = own.at(-1);
    const response = responseOf(given);
    if (own.length < 2 || !last || !response) return null;
    return scenarioOf({ at: shortlyAfter(given, last), ...response });
  },
  opens_never_responds: (given) => {
    const numbers = given.quiet.simulation.messages.flatMap(({ number }) => number ?? []);
    if (numbers.length === 0) return null;
    const opens = numbers
      .toSorted((a, b) => a - b)
      .slice(0, OPENED_MAX)
      .map((message) => ({ at: { message, after: "PT2H" }, do: "open" }) as const);
    return scenarioOf(...opens, ...acknowledged(given));
  },
  never_opens: (given) => scenarioOf(...acknowledged(given)),
  bounce_then_sms: (given) => {
    const email = ownMessages(given).find(
      ({ channel, step }) => channel === "email" && hasAnotherPlace(given.definition, step),
    );
    if (!email) return null;
    return scenarioOf({ at: { message: email.number, after: "PT1M" }, do: "bounce" });
  },
  opted_out_of_sms: ({ definition, quiet }) => {
    const sends = [...walk(definition)].some(({ step }) => usesSms(step));
    if (!sends) return null;
    return { scenario: { behaviours: [] }, person: withoutSms(quiet) };
  },
  due_date_moves: ({ definition, quiet }) => {
    const { dueAt, end, from } = quiet;
    const counts = [...walk(definition)].some(({ step }) => countsFromDue(step));
    if (dueAt === null || !counts || end.at - from <= DAY_MS) return null;
    return scenarioOf({ at: { after: "P1D" }, do: "move_due", by: "P7D" });
  },
  no_supervisor_reacts: (given) => {
    const levels = levelsOf(given);
    if (levels.length === 0) return null;
    return scenarioOf(
      ...levels.map((level) => ({ at: { level, after: "PT1H" }, do: "open" }) as const),
    );
  },
} satisfies Record<PresetKey, (given: Given) => Made>;

type Sent = SimulatedMessage & { number: number };

/** What the case's own person got while it was open. */
function ownMessages({ quiet: { simulation, person } }: Given): Sent[] {
  return simulation.messages
    .filter(
      (message): message is Sent =>
        message.number !== null && message.personId === person.id && !message.request.ending,
    )
    .toSorted((a, b) => a.number - b.number);
}

/** A day later, or less where the case would be over by then. */
function shortlyAfter({ quiet }: Given, { number, sentAt }: Sent): Behaviour["at"] {
  const left = quiet.end.at - (sentAt ?? 0);
  const after = quiet.end.status === "open" || left > DAY_MS ? "P1D" : "PT20M";
  return { message: number, after };
}

/** How the workflow is answered: its first rule that resolves, else the first answer a step waits for. */
function responseOf({ definition, templates }: Given): Response | null {
  for (const rule of definition.stopsWhen) {
    if ("event" in rule) {
      const resolves = rule.then === undefined || rule.then === "resolve";
      if (resolves && rule.when === undefined) return { do: "event", event: rule.event };
    } else if (!("action" in rule)) return { do: "reply" };
    else if (hasButton(templates, rule.action)) return { do: "action", action: rule.action };
  }
  for (const { content } of templates.values()) {
    const button = content.actions?.find(({ resolves }) => resolves);
    if (button) return { do: "action", action: button.id };
  }
  return awaited(definition);
}

const hasButton = (templates: SimulationTemplates, name: string): boolean =>
  templates.size === 0 ||
  [...templates.values()].some(({ content }) => content.actions?.some(({ id }) => id === name));

function awaited(definition: Definition): Response | null {
  for (const { step } of walk(definition)) {
    if (step.kind !== "wait_for_response") continue;
    for (const match of step.what ?? ["any"]) {
      if (typeof match === "string") return { do: "reply" };
      if ("event" in match) return { do: "event", event: match.event };
      return { do: "action", action: match.action };
    }
  }
  return null;
}

/** Levels of escalation that are reached when nobody reacts. */
function levelsOf({ quiet: { simulation } }: Given): number[] {
  const levels = simulation.entries.flatMap((entry) => {
    if (entry.kind !== "decision") return [];
    const { code, params } = entry.decision;
    const isNew = code === "esc.started" || code === "esc.level_up";
    return isNew && typeof params?.level === "number" ? [params.level] : [];
  });
  return [...new Set(levels)];
}

/** Somebody takes it on, where the workflow asks anybody to. */
function acknowledged(given: Given): Behaviour[] {
  const [level] = levelsOf(given);
  return level === undefined ? [] : [{ at: { level, after: "PT2H" }, do: "acknowledge" }];
}

function hasAnotherPlace(definition: Definition, id: string): boolean {
  const found = [...walk(definition)].find(({ step }) => step.id === id)?.step;
  if (found?.kind !== "send") return false;
  return found.fallback !== undefined || (found.anyOf?.length ?? 0) > 1;
}

function usesSms(step: Step): boolean {
  if (step.kind !== "send") return false;
  const uses = [...(step.channels ?? []), ...(step.anyOf ?? [])];
  const { fallback } = step;
  return uses.some((use) => "sms" in use) || (fallback !== undefined && "sms" in fallback);
}

function countsFromDue(step: Step): boolean {
  if (step.kind === "wait") return step.until !== undefined && "due" in step.until;
  return step.kind === "wait_for_response" && step.from === "due";
}

/** Somebody like the person, who takes no SMS. */
function withoutSms({ person, zone, locale }: ScenarioRun): SimulatedPerson {
  const { name, id, managerId } = person satisfies SimulationPerson;
  return {
    name: (name ?? id).trim().slice(0, 120),
    timeZone: zone,
    locale,
    channelsOff: ["sms"],
    ...(managerId !== null && { managerId }),
  };
}
