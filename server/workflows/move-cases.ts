import { sql } from "drizzle-orm";
import { advance } from "@/core/case/advance";
import { landingOf } from "@/core/workflow/landing";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { commit, lockCases } from "../cases/apply-events";
import { stateOf } from "../cases/case-row";
import { loadFacts } from "../cases/load-facts";
import { loadPrograms } from "../cases/programs";
import type { Transition } from "../cases/store";
import type { Who } from "../cases/verbs";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { newId } from "../new-id";

const CASES_PER_ROUND = 200;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

type Which = {
  /** Of the open cases only these. */
  only?: readonly string[];
  /** These stay as they are. */
  except?: readonly string[];
};

type Round = Which & { key: string; version: number; after: string };

/**
 * Moves open cases of a workflow to a version, round by round, each with its line in the audit log.
 * Gives how many were moved; one that is on that version already is none of them.
 */
export async function moveCases(
  ctx: Ctx,
  who: Who,
  key: string,
  version: number,
  which: Which = {},
): Promise<number> {
  let moved = 0;
  for (let after = FIRST_ID; ; ) {
    const round = await moveSome(ctx, who, { ...which, key, version, after });
    if (round === null) return moved;
    moved += round.moved;
    after = round.last;
  }
}

async function moveSome(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  { key, version, after, only, except }: Round,
): Promise<{ moved: number; last: string } | null> {
  const among = (ids: readonly string[]) => sql`id = any(${sql.param([...ids])}::uuid[])`;
  const chosen = only ? sql`and ${among(only)}` : sql``;
  // Left out by the database: of 50,000 that jobs will move, no round is spent on them.
  const spared = except && except.length > 0 ? sql`and not (${among(except)})` : sql``;
  return inTransaction(ctx.db, async (tx) => {
    const due = await tx.execute<{ id: string }>(sql`
      select id from cases where workspace_id = ${workspaceId} and workflow = ${key}
        and status = 'open' and version < ${version} and id > ${after}::uuid ${chosen} ${spared}
      order by id limit ${CASES_PER_ROUND}`);
    const last = due.at(-1)?.id;
    if (last === undefined) return null;
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
      if (!old || !before || old.status !== "open" || old.version >= version) continue;
      const landing = landingOf(before, loaded.program, old.pc).pc;
      const event = { type: "moved_to_version" as const, at, by: actor, version, landing };
      const { state, effects } = await decide(loaded, () =>
        advance(loaded.program, stateOf(loaded.row), event, loaded.facts),
      );
      const topic = loaded.program.definition.topic;
      transitions.push({ row: loaded.row, isNew: false, state, effects, at, topic });
    }
    await commit(ctx, tx, transitions);
    const moved = transitions.length;
    if (moved > 0) {
      const detail = { version, cases: moved };
      const action = "workflow.cases_moved";
      await audit(tx, workspaceId, { id: newId(), actor, action, target: key, detail });
    }
    return { moved, last };
  });
}
