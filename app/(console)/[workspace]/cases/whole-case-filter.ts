import "server-only";
import type { Filter } from "@/core/filter/field";
import type { WorkspaceId } from "@/core/ids";
import type { CaseListFilter } from "@/db/queries/cases";
import { behindClause } from "@/server/analytics/behind-clause";
import { ctx } from "@/server/boot";
import { caseFilter, type Reader } from "./search-params";

/** The filters of an address as a filter of the query, numbers of the reports among them. */
export async function wholeCaseFilter(
  workspaceId: WorkspaceId,
  filters: readonly Filter[],
  reader: Reader,
): Promise<CaseListFilter> {
  const { clauses = [] } = caseFilter(filters, reader);
  const numbers = filters.filter(({ field }) => field === "behind");
  const behind = await Promise.all(
    numbers.map(({ values }) => behindClause(ctx.db, workspaceId, values)),
  );
  return { clauses: [...clauses, ...behind] };
}
