import type { Instruction } from "@/core/workflow/program";
import type { Ladder, Level } from "@/core/workflow/steps/escalate";
import type { Run } from "../run";

export type EscalateInstruction = Extract<Instruction, { op: "escalate" }>;

/** The copy of a policy's ladder that a climb keeps. */
export type Kept = { policy?: string | undefined; ladder?: Ladder | undefined };

/** The levels of an escalate step: its own, or those of its policy as `kept` has it, or as it stands now. */
export function ladderOf(
  run: Run,
  { escalate }: EscalateInstruction,
  kept: Kept | undefined = run.memory.climb,
): Ladder | null {
  const { policy, levels, repeat, fallback, acknowledgementTimeout } = escalate;
  if (policy === undefined) {
    return levels ? { levels, repeat, fallback, acknowledgementTimeout } : null;
  }
  if (kept?.ladder && kept.policy === policy) return kept.ladder;
  const found = run.facts.workspace.policies.get(policy);
  if (!found) return null;
  const { name: _, ...ladder } = found;
  return ladder;
}

/** What a climb by a policy remembers of it; nothing where the levels stand in the step. */
export const keptOf = ({ escalate }: EscalateInstruction, ladder: Ladder): Kept =>
  escalate.policy === undefined ? {} : { policy: escalate.policy, ladder };

/** The level a climb stands on, or last stood on; the ladder may have become shorter. */
export const levelAt = ({ levels }: Ladder, n: number): Level | undefined =>
  levels[Math.min(Math.max(n, 1), levels.length) - 1];

/** True when an acknowledgement ends the climb at the level it stands on. */
export function endsOnAcknowledgement(run: Run, instruction: EscalateInstruction): boolean {
  const level = ladderOf(run, instruction)?.levels[(run.memory.climb?.level ?? 1) - 1];
  return level?.until !== "resolved";
}
