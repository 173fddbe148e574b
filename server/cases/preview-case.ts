import { advance } from "@/core/case/advance";
import type { WorkspaceId } from "@/core/ids";
import { readNames } from "@/server/messages/read-names";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { CASE_COLUMNS, type CaseRow, stateOf } from "./case-row";
import { loadFacts } from "./load-facts";
import { refusalText } from "./verbs";

export type EscalationPreview = {
  /** Why it would be refused; null when it can be done. */
  refused: string | null;
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
  if (!loaded) return { refused: "There is no such case.", level: 0, told: [] };
  const at = await nowOf(ctx.db, workspaceId);
  const by = { kind: "plan" as const };
  const { state, effects, refused } = await decide(loaded, () =>
    advance(loaded.program, stateOf(loaded.row), { type: "escalated_now", at, by }, loaded.facts),
  );
  if (refused) return { refused: refusalText(refused), level: loaded.row.level, told: [] };
  const ids = effects.flatMap((effect) =>
    effect.type === "plan_message" && effect.message.request.audience === "escalation"
      ? [effect.message.personId]
      : [],
  );
  const names = await readNames(ctx.db, workspaceId, ids);
  const told = [...new Set(ids)].map((id) => names.person?.(id) ?? id);
  return { refused: null, level: state.level, told };
}
