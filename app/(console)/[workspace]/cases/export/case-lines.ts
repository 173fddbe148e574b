import "server-only";
import { caseNumber } from "@/components/cases/case-state";
import type { Sort } from "@/core/filter/list-address";
import type { WorkspaceId } from "@/core/ids";
import { type CasesPage, listCasesBy } from "@/db/queries/case-pages";
import { type CaseListFilter, type CaseListRow, findCases } from "@/db/queries/cases";
import { ctx } from "@/server/boot";
import { csvLine } from "@/server/http/csv";

const BATCH_ROWS = 500;
/** More is asked for by filters. */
const EXPORT_ROWS_MAX = 100_000;

const HEAD = [
  "case",
  "id",
  "key",
  "subject",
  "state",
  "outcome",
  "waiting_for",
  "workflow",
  "version",
  "stage",
  "person",
  "owner_person",
  "owner_team",
  "priority",
  "level",
  "due_at",
  "next_at",
  "opened_at",
  "closed_at",
];

const at = (moment: Date | null) => moment?.toISOString() ?? null;

const lineOf = (row: CaseListRow): string =>
  csvLine([
    caseNumber(row.number),
    row.id,
    row.key,
    row.subject,
    row.status,
    row.outcome,
    row.waitingFor,
    row.workflow,
    row.version,
    row.stage,
    row.personId,
    row.ownerPersonId,
    row.ownerTeam,
    row.priority,
    row.level,
    at(row.dueAt),
    at(row.nextActionAt),
    at(row.openedAt),
    at(row.closedAt),
  ]);

/** All cases that a filter lets through, in the list's order, read in batches while they are sent. */
export async function* caseLines(
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  { by, desc }: Sort,
): AsyncGenerator<string> {
  yield csvLine(HEAD);
  let cursor: string | undefined;
  for (let sent = 0; sent < EXPORT_ROWS_MAX; sent += BATCH_ROWS) {
    const page: CasesPage = { limit: BATCH_ROWS, cursor, by: by as CasesPage["by"], desc };
    const { rows, nextCursor } = await listCasesBy(ctx.db, workspaceId, filter, page);
    yield rows.map(lineOf).join("");
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

/** These cases, by number. */
export async function* chosenLines(
  workspaceId: WorkspaceId,
  ids: readonly string[],
): AsyncGenerator<string> {
  yield csvLine(HEAD);
  for (let from = 0; from < ids.length; from += BATCH_ROWS) {
    const rows = await findCases(ctx.db, workspaceId, ids.slice(from, from + BATCH_ROWS));
    yield rows
      .sort((a, b) => b.number - a.number)
      .map(lineOf)
      .join("");
  }
}
