import { isQuiet } from "@/core/calendar/windows";
import { localDate } from "@/core/calendar/zone";
import type { ScenarioFailure } from "@/core/case/check-expectation";
import type { ScenarioRun } from "@/core/case/run-scenario";
import type { SimulatedMessage } from "@/core/case/simulation";
import type { SimulationFacts } from "@/core/case/simulation-facts";

/** A scenario that was run among others. */
export type RunOfMany = {
  key: string;
  name: string;
  run: ScenarioRun;
  /** Absent where it expects nothing. */
  failures: ScenarioFailure[] | null;
  required: boolean;
};

/** What one step sent on one channel in one scenario. */
type Cell = { messages: SimulatedMessage[] };

type Matrix<R> = {
  /** Steps that plan messages, in reading order. */
  columns: string[];
  rows: { of: R; cells: Cell[]; mostInADay: number }[];
  /** Steps that no scenario comes to. */
  neverReached: string[];
  /** Messages that were handed over inside the quiet hours of their reader. */
  inQuietHours: { of: R; message: SimulatedMessage }[];
};

/** Scenarios by messages, and what all of them together leave open. `steps` are all ids in reading order. */
export function matrixOf<R extends RunOfMany>(
  runs: readonly R[],
  steps: readonly string[],
  facts: SimulationFacts,
): Matrix<R> {
  const visited = new Set(runs.flatMap(({ run }) => run.visited));
  const sending = new Set(runs.flatMap(({ run }) => run.simulation.messages.map((m) => m.step)));
  const columns = [...steps.filter((id) => sending.has(id))];
  for (const id of sending) if (!columns.includes(id)) columns.push(id);
  return {
    columns,
    rows: runs.map((of) => ({
      of,
      cells: columns.map((step) => ({
        messages: of.run.simulation.messages.filter((message) => message.step === step),
      })),
      mostInADay: mostInADay(of.run, facts),
    })),
    neverReached: steps.filter((id) => !visited.has(id)),
    inQuietHours: runs.flatMap((of) =>
      of.run.simulation.messages
        .filter((message) => wasQuiet(message, of.run, facts))
        .map((message) => ({ of, message })),
    ),
  };
}

const readerOf = ({ personId }: SimulatedMessage, run: ScenarioRun, facts: SimulationFacts) =>
  personId === run.person.id ? run.person : facts.people.get(personId);

/** The most messages that one person gets on one of their days. */
function mostInADay(run: ScenarioRun, facts: SimulationFacts): number {
  const counts = new Map<string, number>();
  for (const message of run.simulation.messages) {
    if (message.sentAt === null) continue;
    const zone = readerOf(message, run, facts)?.timeZone ?? facts.workspace.timeZone;
    const day = `${message.personId} ${localDate(message.sentAt, zone)}`;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function wasQuiet(message: SimulatedMessage, run: ScenarioRun, facts: SimulationFacts): boolean {
  const reader = readerOf(message, run, facts);
  if (message.sentAt === null || !reader?.quietHours || message.channel === "in_app") return false;
  const zone = reader.timeZone ?? facts.workspace.timeZone;
  return isQuiet(message.sentAt, reader.quietHours, zone);
}
