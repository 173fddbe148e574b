import type { Target } from "@/core/workflow/steps/escalate";
import type { LevelEnded, LevelTold } from "../effect";
import { type Run, visitOf } from "../run";

export type TargetTold = LevelTold["targets"][number];

/** Notes who a turn of the climb told, as reports count it. Its visit is the run's. */
export function noteTold(run: Run, told: Omit<LevelTold, "step" | "visit">): void {
  run.effects.push({
    type: "level_told",
    told: { step: run.state.step ?? "", visit: visitOf(run), ...told },
  });
  run.memory.turnTold = { visit: visitOf(run), at: run.now };
}

/** Notes what became of the turn that is waited for; once, whatever follows. */
export function noteEnded(run: Run, how: LevelEnded["how"], by: string | null): void {
  const { climb } = run.memory;
  if (climb?.visit === undefined) return;
  const { visit, ...rest } = climb;
  run.effects.push({ type: "level_ended", ended: { visit, how, by } });
  run.memory.climb = rest;
}

/** A target in one word: `team:billing/lead`, `rota:nights`, `manager:person/1`, `person:ana`, `webhook:https://…`. */
export function targetWord(target: Target): string {
  if ("person" in target) return `person:${target.person}`;
  if ("manager" in target) return `manager:${target.manager}/${target.nth ?? 1}`;
  if ("rota" in target) return `rota:${target.rota}`;
  if ("webhook" in target) return `webhook:${target.webhook}`;
  return target.role === undefined ? `team:${target.team}` : `team:${target.team}/${target.role}`;
}
