import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { applyEvents } from "./apply-events";

/** Cases re-planned in one go; a change that touches more is finished in rounds of this size. */
const ROUND = 500;

/**
 * A zone, calendar, preference or pause has changed: every open case it bears on is planned again,
 * and every held message to these people looked at again, also of cases that are another's or closed,
 * in the caller's transaction. Nothing fires at the old moment.
 */
export async function factsChanged(
  ctx: Ctx,
  tx: Tx,
  workspaceId: WorkspaceId,
  whom: { personIds: readonly string[] } | { all: true },
  what: string,
): Promise<{ cases: number }> {
  const people = "all" in whom ? null : [...whom.personIds];
  if (people?.length === 0) return { cases: 0 };
  const at = await nowOf(tx, workspaceId);
  const theirs = sql`workspace_id = ${workspaceId} and person_id = any(${sql.param(people)}::text[])`;
  const bearsOn =
    people === null
      ? sql`status = 'open'`
      : sql`(status = 'open' and ${theirs}) or id in (
          select case_id from messages where ${theirs} and status = 'held' and deliver_at is not null)`;
  let after = "00000000-0000-0000-0000-000000000000";
  let cases = 0;
  for (;;) {
    const rows = await tx.execute<{ id: string }>(sql`
      select id from cases
      where workspace_id = ${workspaceId} and id > ${after}::uuid and (${bearsOn})
      order by id limit ${ROUND}`);
    const last = rows.at(-1);
    if (!last) return { cases };
    after = last.id;
    cases += rows.length;
    const event = { type: "facts_changed" as const, at, what };
    await applyEvents(
      ctx,
      tx,
      rows.map((row) => ({ workspaceId, caseId: row.id, event })),
    );
  }
}
