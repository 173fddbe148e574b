import type { WorkspaceId } from "@/core/ids";
import { connect, type Db } from "@/db/client";
import type { CaseClause } from "@/db/queries/case-clauses";
import { type CasesPage, listCasesBy } from "@/db/queries/case-pages";
import { countCases } from "@/db/queries/cases";
import { newId } from "@/server/new-id";
import { atMost, type Figure, median } from "../figure";
import { LISTED } from "../settings";
import type { Stage } from "../stage";

const FIRST_PAGE_MS_MAX = 500;
const ROUNDS = 7;
const PAGE_ROWS = 50;
const COUNTED_MAX = 10_000;

/** Four in five are closed, as after some months; a tenth of the open ones is escalated and owned. */
const CASES = `insert into cases (workspace_id, id, number, key, workflow, version, subject, person_id, status,
    waiting_for, pc, stage, level, owner_person_id, owner_team, due_at, next_action_at, opened_at, data)
  select $1::uuid, uuidv7((n - $2::int) * interval '1 minute'), n, 'invoice:' || n,
    'workflow-' || (n * 31) % 12, 1 + n % 3, 'Invoice R-' || n || ' of an example company', 'p' || n % 2000,
    case when open then 'open' when n % 7 = 0 then 'expired' else 'resolved' end,
    case when not open then null when n % 97 = 0 then 'operator' when n % 3 = 0 then 'response' else 'time' end,
    3, 'stage-' || n % 5, case when open and n % 10 = 5 then 1 else 0 end,
    case when open and n % 10 = 5 then 'p' || n % 40 end,
    case when n % 10 = 6 then 'team-' || n % 8 end,
    case when n % 9 = 0 then null else now() + ((n * 7919::bigint) % 50000 - 25000) * interval '1 minute' end,
    case when open then now() + ((n * 104729::bigint) % 40000) * interval '1 minute' end,
    now() + (n - $2::int) * interval '1 minute',
    jsonb_build_object('id', n, 'amount', n * 10, 'note', repeat('Some text of the event. ', 8))
  from (select n, (n * 13) % 5 = 0 as open from generate_series(1, $2::int) as n) as numbers`;

/** Two messages for each case, for filters by what became of the last one. */
const MESSAGES = `insert into messages (workspace_id, id, case_id, person_id, workflow, version, step, visit,
    channel, template, status, code, planned_at)
  select workspace_id, uuidv7(), id, person_id, workflow, version, 'first', visit, 'email', 'first',
    case when number % 200 = 0 and visit = 1 then 'failed' else 'sent' end,
    case when number % 200 = 0 and visit = 1 then 'fail.bounced' else 'sent.plan' end, opened_at
  from cases, generate_series(0, 1) as visit where workspace_id = $1::uuid`;

const now = new Date();
const open: CaseClause = { on: "status", values: ["open"], orNone: false, not: false };
const of = (
  on: "workflow" | "stage" | "ownerPersonId" | "ownerTeam",
  value: string,
): CaseClause => ({
  on,
  values: [value],
  orNone: false,
  not: false,
});
const flag = (name: "overdue" | "escalated" | "held"): CaseClause => ({
  on: "flags",
  flags: [name],
  not: false,
  now,
});
const mine: CaseClause = { on: "mine", personId: "p5", teams: ["team-2"], not: false };
const inAWeek = new Date(now.getTime() + 7 * 86_400_000);

type Order = Pick<CasesPage, "by" | "desc">;
const newest: Order = { by: "opened", desc: true };
const soonest: Order = { by: "due", desc: false };

/** Pages people open, by what the list calls them. */
const PAGES: readonly [string, CaseClause[], Order][] = [
  ["all, newest first", [], newest],
  ["all, by number", [], { by: "number", desc: true }],
  ["all, by due date", [], soonest],
  ["all, by due date downwards", [], { by: "due", desc: true }],
  ["open, by next", [open], { by: "next", desc: false }],
  ["view all open", [open], newest],
  ["view needs me", [open, flag("escalated"), mine], soonest],
  ["view due this week", [open, { on: "dueAt", after: now, before: inAWeek }], soonest],
  ["view overdue", [open, flag("overdue")], soonest],
  ["view escalated", [open, flag("escalated")], newest],
  ["view held", [open, flag("held")], newest],
  ["workflow and stage", [open, of("workflow", "workflow-3"), of("stage", "stage-1")], newest],
  ["team", [of("ownerTeam", "team-2")], newest],
  ["owner", [of("ownerPersonId", "p5")], newest],
  ["words that nothing contains", [{ on: "words", text: "no such thing" }], newest],
  [
    "last message failed",
    [{ on: "lastMessage", field: "status", values: ["failed"], not: false }],
    newest,
  ],
  ["nothing matches", [of("stage", "no-such-stage")], soonest],
];

/** How long the first page of the list of cases takes, its count included, by order and filter. */
export async function lists(stage: Stage): Promise<Figure[]> {
  const db = connect(await stage.database(), { name: "followthrough-lists" });
  const workspaceId = newId() as WorkspaceId;
  await db.$client.unsafe(CASES, [workspaceId, LISTED]);
  await db.$client.unsafe(MESSAGES, [workspaceId]);
  await db.$client.unsafe("vacuum analyze cases, messages");
  const figures: Figure[] = [];
  for (const [name, clauses, order] of PAGES) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await timeOf(db, workspaceId, clauses, order));
    }
    const ms = median(times);
    figures.push({
      name: `First page of ${LISTED.toLocaleString("en-US")} cases: ${name}`,
      value: `${ms.toFixed(1)} ms`,
      required: atMost(ms, FIRST_PAGE_MS_MAX, " ms"),
      repeat: "lists",
    });
  }
  await db.$client.end({ timeout: 2 });
  return figures;
}

async function timeOf(db: Db, workspaceId: WorkspaceId, clauses: CaseClause[], order: Order) {
  const from = performance.now();
  const matching = await countCases(db, workspaceId, { clauses }, COUNTED_MAX);
  if (matching > 0) {
    await listCasesBy(db, workspaceId, { clauses }, { limit: PAGE_ROWS, ...order });
  }
  return performance.now() - from;
}
