import { isQuiet } from "@/core/calendar/windows";
import { localDate } from "@/core/calendar/zone";
import { type Definition, walk } from "@/core/workflow/definition";
import type { ScenarioRun } from "./run-scenario";
import type { SimulatedMessage } from "./simulation";
import type { SimulationFacts, SimulationPerson } from "./simulation-facts";

/** Ids of the steps that none of these runs came to, in reading order. */
export function stepsNeverReached(
  definition: Definition,
  runs: readonly Pick<ScenarioRun, "visited">[],
): string[] {
  const reached = new Set(runs.flatMap(({ visited }) => visited));
  return [...walk(definition)].flatMap(({ step }) => (reached.has(step.id) ? [] : [step.id]));
}

/** Messages one person got on one day of their own calendar. */
export type PersonDay = { personId: string; day: string; count: number };

/** What everybody got per day in a run, the fullest day first. */
export function messagesPerDay(run: ScenarioRun, facts: SimulationFacts): PersonDay[] {
  const days = new Map<string, PersonDay>();
  for (const { personId, sentAt } of run.simulation.messages) {
    if (sentAt === null) continue;
    const zone = personOf(run, facts, personId)?.timeZone ?? facts.workspace.timeZone;
    const day = localDate(sentAt, zone);
    const place = `${day} ${personId}`;
    const known = days.get(place) ?? { personId, day, count: 0 };
    days.set(place, { ...known, count: known.count + 1 });
  }
  return [...days.values()].toSorted((a, b) => b.count - a.count || a.day.localeCompare(b.day));
}

/** Messages that reached somebody in their own quiet hours: their step does not mind them. */
export function sentInQuietHours(run: ScenarioRun, facts: SimulationFacts): SimulatedMessage[] {
  return run.simulation.messages.filter(({ personId, sentAt }) => {
    const person = personOf(run, facts, personId);
    if (sentAt === null || !person?.quietHours) return false;
    return isQuiet(sentAt, person.quietHours, person.timeZone ?? facts.workspace.timeZone);
  });
}

const personOf = (
  { person }: ScenarioRun,
  { people }: SimulationFacts,
  id: string,
): SimulationPerson | undefined => (id === person.id ? person : people.get(id));
