import "server-only";
import { COUNTED_MAX } from "@/core/filter/counted";
import type { ListAddress } from "@/core/filter/list-address";
import { HOUR_MS } from "@/core/time";
import { findNewestBulkJob } from "@/db/queries/bulk-jobs";
import { type CasesPage, listCasesBy } from "@/db/queries/case-pages";
import { countCases } from "@/db/queries/cases";
import { findMe } from "@/db/queries/operator-person";
import { listSavedViews } from "@/db/queries/saved-views";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { bulkStateOf } from "./bulk-state";
import { listLabels } from "./case-list";
import { wholeCaseFilter } from "./whole-case-filter";

/** Everything the page of cases shows. */
export async function loadList(view: PageView, address: ListAddress) {
  const { workspaceId, member, now, viewerZone } = view;
  const me = await findMe(ctx.db, workspaceId, member.operatorId);
  const filter = await wholeCaseFilter(workspaceId, address.filters, { now, viewerZone, me });
  const page: CasesPage = {
    limit: address.size,
    cursor: address.cursor,
    by: address.sort.by as CasesPage["by"],
    desc: address.sort.desc,
  };
  const people = address.filters.flatMap(({ field, values }) =>
    field === "person" || field === "owner" ? values : [],
  );
  const [matching, labels, views, job] = await Promise.all([
    countCases(ctx.db, workspaceId, filter, COUNTED_MAX),
    listLabels(view, people),
    listSavedViews(ctx.db, workspaceId, member.operatorId, "cases"),
    findNewestBulkJob(ctx.db, workspaceId, member.operatorId, new Date(Date.now() - HOUR_MS)),
  ]);
  // Finding nothing in the order of an index means reading all of it.
  const found =
    matching === 0
      ? { rows: [], nextCursor: null }
      : await listCasesBy(ctx.db, workspaceId, filter, page);
  const state = job && bulkStateOf(job);
  return { ...found, matching, labels, views, me, running: state?.isRunning ? state : null };
}
