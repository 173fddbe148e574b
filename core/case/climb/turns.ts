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
