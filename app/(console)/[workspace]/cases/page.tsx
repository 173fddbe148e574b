import type { Metadata } from "next";
import { snoozePresets } from "@/components/cases/snooze-presets";
import { absoluteText } from "@/components/ui/time-text";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { CASE_SORTS, ME, MINE } from "@/core/filter/case-fields";
import { COUNTED_MAX } from "@/core/filter/counted";
import type { ListAddress } from "@/core/filter/list-address";
import { may } from "@/core/operator/role";
import { toRfc3339 } from "@/core/time";
import { countCases } from "@/db/queries/cases";
import type { Me } from "@/db/queries/operator-person";
import { ctx } from "@/server/boot";
import { ExportBar } from "../_lists/export-chosen";
import { ListPage } from "../_lists/list-page";
import { RowsTable } from "../_lists/rows-table";
import { type PageView, pageView } from "../page-view";
import { rowsAgain } from "./actions";
import { CaseBulk } from "./case-bulk";
import { caseColumns } from "./case-columns";
import { caseList, type ListLabels } from "./case-list";
import { CasePeek } from "./case-peek";
import { caseRows } from "./case-rows";
import { COLUMN_LABELS, systemViews } from "./case-words";
import { FirstUse } from "./first-use";
import { loadList } from "./load-list";
import { casesAddress } from "./search-params";

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("cases.listTitle") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CasesPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, member } = view;
  const address = casesAddress(await searchParams);
  const found = await loadList(view, address);
  const list = caseList(view, found.labels, address.filters);
  const columns = caseColumns(address.columns, t);
  const rows = await caseRows(
    view,
    found.rows,
    found.labels,
    columns.map(({ id }) => id),
  );
  return (
    <ListPage
      name="cases"
      {...{ view, list, address, found }}
      title={t("cases.listTitle")}
      noun={t("cases.listNoun")}
      searchLabel={t("cases.listSearch")}
      systemViews={systemViews(t)}
      columns={caseColumns(list.columns, t)}
      sorts={CASE_SORTS.map((id) => ({
        id,
        label: t(id === "number" ? "cases.listColCase" : COLUMN_LABELS[id]),
      }))}
      fixed="subject"
      bulk={
        may(member.role, "act_on_cases") ? (
          <CaseBulk
            slug={slug}
            rows={rows}
            matching={found.matching}
            running={found.running}
            {...choicesOf(view, found.labels)}
          />
        ) : (
          <ExportBar rows={rows} matching={found.matching} />
        )
      }
      table={
        <RowsTable
          {...{ slug, columns, rows, rowsAgain }}
          caption={t("cases.listCaption")}
          refLabel={t("cases.listColCase")}
        />
      }
      firstUse={<FirstUse view={view} />}
      without={() => withoutFilters(view, address, found.me)}
      peek={<CasePeek view={view} peek={address.peek ?? ""} />}
    />
  );
}

/** What several cases at once can be put off to, and who they can be given to. */
function choicesOf({ now, workspaceZone, locale }: PageView, labels: ListLabels) {
  return {
    snoozes: snoozePresets(now, null, workspaceZone, DEFAULT_CALENDAR).map(({ at }) => ({
      id: toRfc3339(at),
      label: absoluteText(at, workspaceZone, now, locale),
    })),
    teams: [...labels.teams].map(([key, label]) => ({ id: `team:${key}`, label })),
    people: [...labels.staff].map(([id, label]) => ({ id: `person:${id}`, label })),
  };
}

async function withoutFilters({ t, workspaceId }: PageView, { filters }: ListAddress, me: Me) {
  const asksForMe = filters.some(({ values }) => values.includes(ME) || values.includes(MINE));
  if (asksForMe && me.personId === null) return t("cases.listNobody");
  return t("cases.listWithout", { n: await countCases(ctx.db, workspaceId, {}, COUNTED_MAX) });
}
