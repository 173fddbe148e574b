import type { WorkspaceId } from "@/core/ids";
import { connect, type Db } from "@/db/client";
import type { CaseClause } from "@/db/queries/case-clauses";
import { type CasesPage, listCasesBy } from "@/db/queries/case-pages";
import { countCases } from "@/db/queries/cases";
import { newId } from "@/server/new-id";
import { atMost, type Figure, median } from "../figure";
import { fillCases } from "../listed-world";
import { LISTED } from "../settings";
import type { Stage } from "../stage";

const FIRST_PAGE_MS_MAX = 500;
const ROUNDS = 7;
const PAGE_ROWS = 50;
const COUNTED_MAX = 10_000;

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
  await fillCases(db, workspaceId, LISTED);
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
