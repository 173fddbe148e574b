import { advance, type Refusal } from "@/core/case/advance";
import { planMoves } from "@/core/case/plan-moves";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import { readNames } from "@/server/messages/read-names";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { CASE_COLUMNS, type CaseRow, stateOf } from "./case-row";
import { loadFacts } from "./load-facts";
import { planOf, type Trial } from "./read-plan";

/** One line of the plan that would move, come (`from` null) or go (`to` null). */
type Moved = { what: string; from: Instant | null; to: Instant | null };

type MovesPreview = {
  /** True when the engine would refuse it. */
  refused: boolean;
  moves: Moved[];
  unchanged: number;
};

/** What something would change in the plan of a case, without doing it. */
export async function previewMoves(
  ctx: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  caseId: string,
  locale: string,
  trial: Trial,
): Promise<MovesPreview> {
  const before = await planOf(ctx, workspaceId, caseId, locale);
  const after = await planOf(ctx, workspaceId, caseId, locale, trial);
  const { moves, unchanged } = planMoves(before.plan, after.plan);
  const worded = moves.map(({ entry, from, to }) => ({ what: entry.what, from, to }));
  return { refused: after.refused, moves: worded, unchanged };
}

export type EscalationPreview = {
  /** Why it would be refused; null when it can be done. */
  refused: Refusal | null;
  /** False when there is no such case. */
  found: boolean;
  /** The level the case would stand at. */
  level: number;
  /** Names of the people who would be told, each once. */
  told: string[];
};

/** What “escalate now” would do, without doing it: the engine's own decision, thrown away. */
export async function previewEscalation(
  ctx: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  caseId: string,
): Promise<EscalationPreview> {
  const rows = (await ctx.db.$client.unsafe(
    `select ${CASE_COLUMNS} from cases c where c.workspace_id = $1 and c.id = $2`,
    [workspaceId, caseId],
  )) as unknown as CaseRow[];
  const { cases, decide } = await loadFacts(ctx.db, rows);
  const [loaded] = cases;
  if (!loaded) return { refused: null, found: false, level: 0, told: [] };
  const at = await nowOf(ctx.db, workspaceId);
  const by = { kind: "plan" as const };
  const { state, effects, refused } = await decide(loaded, () =>
    advance(loaded.program, stateOf(loaded.row), { type: "escalated_now", at, by }, loaded.facts),
  );
  if (refused) return { refused, found: true, level: loaded.row.level, told: [] };
  const ids = effects.flatMap((effect) =>
    effect.type === "plan_message" && effect.message.request.audience === "escalation"
      ? [effect.message.personId]
      : [],
  );
  const names = await readNames(ctx.db, workspaceId, ids);
  const told = [...new Set(ids)].map((id) => names.person?.(id) ?? id);
  return { refused: null, found: true, level: state.level, told };
}
