import type { ScenarioRun } from "@/core/case/run-scenario";
import type { SimulatedMessage, SimulationEntry } from "@/core/case/simulation";
import type { SimulationFacts } from "@/core/case/simulation-facts";
import type { DecisionClass } from "@/core/sentence/decision-class";
import { decisionSentence } from "@/core/sentence/decision-sentence";
import { messageSentence } from "@/core/sentence/message-sentence";
import type { Names } from "@/core/sentence/names";
import type { DecisionOptions } from "@/core/sentence/param-slots";
import { behaviourSentence } from "@/core/sentence/scenario-sentence";
import type { Instant } from "@/core/time";
import { type ClockChange, clockChange } from "./clock-change";

/** One thing that happens in a simulation, in words. */
export type EventRow = {
  /** Its number, from 1. */
  n: number;
  at: Instant;
  /** The zone of whoever lives it. */
  zone: string;
  class: DecisionClass | "behaviour";
  sentence: string;
  because: string | null;
  step: string | null;
  /** The message it is about, as it was then. */
  message: SimulatedMessage | null;
  /** A behaviour that could not happen, or counted for nothing; `untracked`: because its reader never agreed. */
  isVain: false | "vain" | "untracked";
  /** Clocks were moved since the message before; local times were kept. */
  clock: ClockChange | null;
};

/** What only leads from one step to the next, and is said by what follows. */
const LEADS_ON = new Set([
  "wait.started",
  "wait.ended",
  "wait.passed",
  "await.started",
  "repeat.round",
  "repeat.done",
  "call.started",
  "case.closed",
]);

type Options = {
  locale: string;
  facts: SimulationFacts;
  names: Names;
  /** With what only leads on. */
  every: boolean;
};

/** The rows of a run in the order in which they happen; every message that comes to nothing has one. */
export function eventRows(run: ScenarioRun, options: Options): EventRow[] {
  const lastIn = new Map<string, Instant>();
  const rows = run.simulation.entries.flatMap((entry) => {
    const row = rowOf(entry, run, options);
    return row ? [row] : [];
  });
  return rows.map((row, i) => {
    if (row.message === null) return { ...row, n: i + 1, clock: null };
    const clock = clockChange(lastIn.get(row.zone) ?? run.from, row.at, row.zone);
    lastIn.set(row.zone, row.at);
    return { ...row, n: i + 1, clock };
  });
}

type Bare = Omit<EventRow, "n" | "clock">;

function rowOf(entry: SimulationEntry, run: ScenarioRun, options: Options): Bare | null {
  const { facts, locale } = options;
  const names = namesIn(run, options);
  const { at } = entry;
  const said: DecisionOptions = { locale, names, zone: run.zone, now: run.from };
  if (entry.kind === "behaviour") {
    if (entry.behaviour.do === "nothing") return null;
    const sentence = behaviourSentence(entry.behaviour, said);
    const base = { at, zone: run.zone, sentence, because: null, step: null, message: null };
    return { ...base, class: "behaviour", isVain: vainOf(entry, run, facts) };
  }
  if (entry.kind === "decision") {
    const { decision } = entry;
    if (!options.every && LEADS_ON.has(decision.code)) return null;
    const line = decisionSentence(decision, said);
    const step = decision.step ?? null;
    return { at, zone: run.zone, ...line, step, message: null, isVain: false };
  }
  const { message, code, params } = entry;
  const isOwn = message.personId === run.person.id;
  const other = facts.people.get(message.personId)?.timeZone ?? facts.workspace.timeZone;
  const zone = isOwn ? run.zone : other;
  const line = messageSentence(
    {
      ...message,
      code,
      params,
      subject: subjectOf(message, names),
      personName: names.person?.(message.personId) ?? message.personId,
      deliverAt: null,
      because: message.request.because ?? null,
    },
    { ...said, zone },
  );
  return { at, zone, ...line, step: message.step, message, isVain: false };
}

function vainOf(
  { behaviour, done, message }: Extract<SimulationEntry, { kind: "behaviour" }>,
  { person, simulation }: ScenarioRun,
  facts: SimulationFacts,
): EventRow["isVain"] {
  if (done) return false;
  const readerId = simulation.messages.find(({ id }) => id === message)?.personId;
  const reader = readerId === person.id ? person : facts.people.get(readerId ?? "");
  const isLook = behaviour.do === "open" || behaviour.do === "click";
  return isLook && reader && !reader.trackingConsent ? "untracked" : "vain";
}

const subjectOf = ({ content, template }: SimulatedMessage, names: Names): string | null =>
  content ? (content.subject ?? content.title) : (names.template?.(template) ?? null);

/** The workspace's names, and those of the people who are met. */
export function namesIn(
  run: Pick<ScenarioRun, "person">,
  { facts, names }: Pick<Options, "facts" | "names">,
): Names {
  const person = (id: string) =>
    (id === run.person.id ? run.person.name : facts.people.get(id)?.name) ?? names.person?.(id);
  return { ...names, person };
}

/** Ids of the steps that were come to by the n-th row; the last is where the case stands. */
export function stepsUpTo(rows: readonly EventRow[], n: number): string[] {
  const steps = rows.slice(0, n).flatMap(({ step }) => step ?? []);
  return [...new Set(steps)];
}
