import type { LevelTold } from "@/core/case/effect";
import type { Tx } from "@/db/client";
import { type EndedRow, logEscalations, type ToldRow } from "@/db/queries/escalation-log";
import type { Transition } from "./store";

/** Keeps every turn of every climb, and what became of it, for the reports of escalations. */
export async function logClimbs(tx: Tx, transitions: readonly Transition[]): Promise<void> {
  const told: ToldRow[] = [];
  const ended: EndedRow[] = [];
  for (const { row, effects, at } of transitions) {
    const { workspaceId, id: caseId } = row;
    for (const effect of effects) {
      if (effect.type === "level_told") told.push(...rowsOf({ row, at }, effect.told));
      if (effect.type === "level_ended") ended.push({ workspaceId, caseId, at, ...effect.ended });
    }
  }
  await logEscalations(tx, told, ended);
}

const rowsOf = ({ row, at }: Pick<Transition, "row" | "at">, told: LevelTold): ToldRow[] =>
  uniqueTargets(told).map((target) => ({
    workspaceId: row.workspaceId,
    caseId: row.id,
    workflow: row.workflow,
    version: row.version,
    visit: told.visit,
    step: told.step,
    policy: told.policy,
    level: told.level,
    lap: told.lap,
    byHand: told.byHand,
    at,
    deadline: told.deadline,
    // A level that was passed over has no time of its own, nor has the fallback.
    isWaitedFor: told.deadline !== null && (target.people.length > 0 || target.why === null),
    testClock: row.testClock,
    ...target,
  }));

/** A level may name somebody twice; they are told once. */
const uniqueTargets = ({ targets }: LevelTold) => [
  ...new Map(targets.toReversed().map((each) => [each.target, each])).values(),
];
