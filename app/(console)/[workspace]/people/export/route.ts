import { PERSON_LIST } from "@/core/filter/person-fields";
import type { PersonRow } from "@/db/queries/people";
import { findPeople, listPeopleBy, type PeoplePage } from "@/db/queries/people-pages";
import { ctx } from "@/server/boot";
import { listExport } from "@/server/http/list-export";
import { PEOPLE_CSV_HEAD, peopleCells } from "@/server/people/people-csv";
import { matchingPeople } from "../load-people";
import { RowId } from "../row-id";

/** The list as it is filtered and ordered, or the chosen people, as CSV: what an import reads. */
export const { GET, POST } = listExport<PersonRow>({
  name: "people",
  spec: PERSON_LIST,
  id: RowId,
  head: PEOPLE_CSV_HEAD,
  cells: (workspaceId, rows) => peopleCells(ctx.db, workspaceId, rows),
  filtered: async ({ member, now, viewerZone }, { filters, sort }) => {
    const { workspaceId } = member;
    const { clauses } = await matchingPeople(workspaceId, filters, { now, viewerZone });
    const order = { by: sort.by as PeoplePage["by"], desc: sort.desc };
    return (page) => listPeopleBy(ctx.db, workspaceId, clauses, { ...page, ...order });
  },
  chosen: (workspaceId, ids) => findPeople(ctx.db, workspaceId, ids),
});
