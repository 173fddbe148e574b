import { HOUR_MS, type Instant } from "@/core/time";
import type { ScenarioRuns } from "@/core/workflow/validate";
import type { Simulation } from "./simulation";

type Run = {
  key: string | null;
  name: string | null;
  simulation: Pick<Simulation, "visited" | "messages">;
};

/** At most so many messages to one person within so many hours. */
type Cap = { messages: number; hours: number };

/** What the runs of a workflow's scenarios came to, for the checks that need them. */
export function scenarioRunsOf(runs: readonly Run[], cap: Cap | null = null): ScenarioRuns {
  const reached = new Set(runs.flatMap(({ simulation }) => simulation.visited));
  let most: ScenarioRuns["most"] = null;
  for (const { key, name, simulation } of cap === null ? [] : runs) {
    const messages = mostWithin(simulation.messages, cap?.hours ?? 0);
    if (cap === null || messages <= (most?.messages ?? 0)) continue;
    most = { messages, hours: cap.hours, cap: cap.messages, scenario: key, name };
  }
  return { scenarios: runs.length, reached, most };
}

function mostWithin(messages: Simulation["messages"], hours: number): number {
  const sent = messages.flatMap(({ personId, sentAt }) =>
    sentAt === null ? [] : { personId, sentAt },
  );
  const byPerson = Map.groupBy(sent, ({ personId }) => personId);
  const counts = [...byPerson.values()].map((list) =>
    densest(
      list.map(({ sentAt }) => sentAt).toSorted((a, b) => a - b),
      hours * HOUR_MS,
    ),
  );
  return Math.max(0, ...counts);
}

/** The most moments, of a sorted list, that lie within one length of time. */
function densest(moments: readonly Instant[], length: number): number {
  let first = 0;
  let most = 0;
  for (const [i, moment] of moments.entries()) {
    while (moment - (moments[first] ?? moment) >= length) first += 1;
    most = Math.max(most, i - first + 1);
  }
  return most;
}
