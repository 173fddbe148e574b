import { sql } from "drizzle-orm";
import { advance } from "@/core/case/advance";
import { landingOf } from "@/core/workflow/landing";
import { inTransaction } from "@/db/client";
import { commit, lockCases } from "../cases/apply-events";
import { stateOf } from "../cases/case-row";
import { loadFacts } from "../cases/load-facts";
import { loadPrograms } from "../cases/programs";
import type { Transition } from "../cases/store";
import type { Who } from "../cases/verbs";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";

const CASES_PER_ROUND = 200;

/** Moves every open case of a workflow to a version, round by round. Gives how many were moved. */
export async function moveCases(ctx: Ctx, who: Who, key: string, version: number): Promise<number> {
  let moved = 0;
  for (;;) {
    const round = await moveSome(ctx, who, key, version);
    moved += round;
    if (round === 0) return moved;
  }
}

async function moveSome(ctx: Ctx, { workspaceId, actor }: Who, key: string, version: number) {
  return inTransaction(ctx.db, async (tx) => {
    const due = await tx.execute<{ id: string }>(sql`
      select id from cases where workspace_id = ${workspaceId} and workflow = ${key}
        and status = 'open' and version < ${version} order by id limit ${CASES_PER_ROUND}`);
    const rows = await lockCases(
      tx,
      due.map(({ id }) => ({ workspaceId, caseId: id })),
    );
    const from = await loadPrograms(tx, rows);
    const at = await nowOf(tx, workspaceId);
    const { cases, decide } = await loadFacts(
      tx,
      rows.map((row) => ({ ...row, version })),
    );
    const transitions: Transition[] = [];
    for (const loaded of cases) {
      const old = rows.find((row) => row.id === loaded.row.id);
      const before = old && from(old);
      if (!old || !before || old.status !== "open") continue;
      const landing = landingOf(before, loaded.program, old.pc).pc;
      const event = { type: "moved_to_version" as const, at, by: actor, version, landing };
      const { state, effects } = await decide(loaded, () =>
        advance(loaded.program, stateOf(loaded.row), event, loaded.facts),
      );
      const topic = loaded.program.definition.topic;
      transitions.push({ row: loaded.row, isNew: false, state, effects, at, topic });
    }
    await commit(ctx, tx, transitions);
    return transitions.length;
  });
}
