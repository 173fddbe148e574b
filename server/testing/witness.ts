import { sql } from "drizzle-orm";
import { checkRest } from "@/core/case/check-rules";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { CASE_COLUMNS, type CaseRow, stateOf } from "../cases/case-row";
import { loadPrograms } from "../cases/programs";

/**
 * Lets the database itself write down every hand-over and every change of a case's status, in the
 * transaction that does it and with the case as that transaction sees it. Once per test database.
 */
export async function installWitness(db: Db): Promise<void> {
  await db.$client.unsafe(`
    create table witness (n bigserial, workspace_id uuid, case_id uuid, message_id uuid, what text,
      was text, now_is text, case_status text, ending boolean);
    create function see_message() returns trigger language plpgsql as $$
    begin
      if new.status is distinct from old.status then
        insert into witness (workspace_id, case_id, message_id, what, was, now_is, case_status, ending)
        select new.workspace_id, new.case_id, new.id, 'message', old.status, new.status, c.status,
          coalesce((new.request->>'ending')::bool, false)
        from cases c where c.workspace_id = new.workspace_id and c.id = new.case_id;
      end if;
      return null;
    end $$;
    create trigger see_message after update on messages for each row execute function see_message();
    create function see_case() returns trigger language plpgsql as $$
    begin
      if new.status is distinct from old.status then
        insert into witness (workspace_id, case_id, what, was, now_is)
        values (new.workspace_id, new.id, 'case', old.status, new.status);
      end if;
      return null;
    end $$;
    create trigger see_case after update on cases for each row execute function see_case()`);
}

const HANDED_OVER =
  "what = 'message' and now_is in ('sending', 'sent') and was in ('planned', 'held')";

/** Each of these finds what breaks a rule, and nothing when all hold. */
const BREAKS: Record<string, string> = {
  "rule 1: handed over after the end": `
    select * from witness where workspace_id = $1 and ${HANDED_OVER}
      and case_status <> 'open' and not ending`,
  "rule 2: an end became another": `
    select * from witness where workspace_id = $1 and what = 'case'
      and was <> 'open' and now_is <> 'open'
      -- Reopened at a step that closes it again: one row version, from one end to the other.
      and case_id not in (select case_id from case_decisions, jsonb_array_elements(entries) e
        where workspace_id = $1 and e->>'code' = 'case.reopened')`,
  "rule 2: opened again by something else than reopen": `
    select w.case_id, w.n as opened, coalesce(d.n, 0) as reopened
    from (select case_id, count(*) as n from witness where workspace_id = $1 and what = 'case'
        and now_is = 'open' and was <> 'open' group by 1) w
    left join (select case_id, count(*) as n from case_decisions, jsonb_array_elements(entries) e
        where workspace_id = $1 and e->>'code' = 'case.reopened' group by 1) d using (case_id)
    where w.n > coalesce(d.n, 0)`,
  "rule 4: one step and visit twice": `
    select case_id, step, visit, channel, person_id from messages where workspace_id = $1
    group by 1, 2, 3, 4, 5 having count(*) > 1`,
  "rule 5: open, not held, and without a next moment": `
    select id, step, waiting_for from cases where workspace_id = $1 and status = 'open'
      and next_action_at is null and coalesce(waiting_for, '') not in ('due_date', 'operator')`,
  "rule 10: handed over twice": `
    select message_id from witness where workspace_id = $1 and what = 'message' group by 1
    having count(*) filter (where ${HANDED_OVER})
      > 1 + count(*) filter (where was = 'sending' and now_is in ('planned', 'held'))`,
  "rule 12: an outcome was changed": `
    select * from witness where workspace_id = $1 and what = 'message'
      and was not in ('planned', 'held', 'sending')`,
  "a fault of the engine": `
    select id, step, fault from cases where workspace_id = $1 and fault is not null`,
  "a message failed by a fault": `
    select id, step, channel, params from messages where workspace_id = $1 and code = 'fail.config'`,
};

/** What breaks rules 1, 2, 3, 4, 5, 10 and 12 in a workspace; empty when they hold. */
export async function brokenRules(db: Db, workspaceId: WorkspaceId): Promise<object[]> {
  const broken: object[] = [];
  for (const [rule, text] of Object.entries(BREAKS)) {
    for (const row of await db.$client.unsafe(text, [workspaceId])) broken.push({ rule, ...row });
  }
  const rows = (await db.$client.unsafe(
    `select ${CASE_COLUMNS} from cases c where workspace_id = $1`,
    [workspaceId],
  )) as unknown as CaseRow[];
  const programOf = await loadPrograms(db, rows);
  for (const row of rows) {
    const program = programOf(row);
    try {
      if (program) checkRest({ program, state: stateOf(row) });
    } catch (error) {
      broken.push({ rule: String(error), caseId: row.id, step: row.step });
    }
  }
  return broken;
}

/** Messages without exactly one outcome and its code: none may be left when nothing is due any more. */
export async function unfinished(db: Db, workspaceId: WorkspaceId): Promise<object[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    select id, step, channel, person_id, status, code, deliver_at from messages
    where workspace_id = ${workspaceId}
      and (status not in ('sent', 'not_sent', 'failed') or code is null or deliver_at is not null)`);
  return [...rows];
}
