import { caseNumber } from "@/components/cases/case-state";
import { CASE_LIST } from "@/core/filter/case-fields";
import { CaseId } from "@/core/ids";
import { type CasesPage, listCasesBy } from "@/db/queries/case-pages";
import { type CaseListRow, findCases } from "@/db/queries/cases";
import { findMe } from "@/db/queries/operator-person";
import { ctx } from "@/server/boot";
import { listExport } from "@/server/http/list-export";
import { wholeCaseFilter } from "../whole-case-filter";

const at = (moment: Date | null) => moment?.toISOString() ?? null;

/** The list as it is filtered and ordered, or the chosen cases, as CSV. */
export const { GET, POST } = listExport<CaseListRow>({
  name: "cases",
  spec: CASE_LIST,
  id: CaseId,
  head: [
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
  ],
  cells: (_, rows) =>
    rows.map((row) => [
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
    ]),
  filtered: async ({ member, now, viewerZone }, { filters, sort }) => {
    const { workspaceId, operatorId } = member;
    const me = await findMe(ctx.db, workspaceId, operatorId);
    const filter = await wholeCaseFilter(workspaceId, filters, { now, viewerZone, me });
    const order = { by: sort.by as CasesPage["by"], desc: sort.desc };
    return (page) => listCasesBy(ctx.db, workspaceId, filter, { ...page, ...order });
  },
  chosen: async (workspaceId, ids) => {
    const rows = await findCases(ctx.db, workspaceId, ids);
    return rows.sort((a, b) => b.number - a.number);
  },
});
