import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localDate } from "@/core/calendar/zone";
import { COUNTED_MAX } from "@/core/filter/counted";
import { PERSON_SORTS } from "@/core/filter/person-fields";
import type { LiveTopic } from "@/core/live/topics";
import { may } from "@/core/operator/role";
import { DAY_MS } from "@/core/time";
import { countPeople } from "@/db/queries/people-pages";
import { ctx } from "@/server/boot";
import { PAUSED_AT_ONCE_MAX } from "@/server/people/pause-people";
import { peopleAddress } from "@/server/views/person-clauses";
import { ListPage } from "../_lists/list-page";
import { RowsTable } from "../_lists/rows-table";
import { forbiddenText } from "../forbidden-text";
import { pageView } from "../page-view";
import { peopleAgain } from "./actions";
import { FirstUse } from "./first-use";
import { loadPeople } from "./load-people";
import { PeopleActions } from "./people-actions";
import { PeopleBulk } from "./people-bulk";
import { personColumns } from "./person-columns";
import { personList } from "./person-list";
import { PersonPeek } from "./person-peek";
import { personRows } from "./person-rows";
import { SORT_LABELS, systemViews } from "./person-words";

/** What changes a row: open cases, and events that bring people or their addresses. */
const TOPICS: readonly LiveTopic[] = ["cases", "events"];

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("shell.people") };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, t, member, now, workspaceZone } = view;
  const given = await searchParams;
  // Before views could be saved, this was the address of the import.
  if (given.view === "import") redirect(`/${slug}/people/import`);
  const address = peopleAddress(given);
  const found = await loadPeople(view, address);
  const list = personList(view, found.labels);
  const columns = personColumns(address.columns, t);
  const rows = personRows(
    view,
    found.rows,
    columns.map(({ id }) => id),
  );
  return (
    <ListPage
      name="people"
      {...{ view, list, address, found }}
      title={t("shell.people")}
      noun={t("people.noun")}
      searchLabel={t("people.search")}
      systemViews={systemViews(t)}
      columns={personColumns(list.columns, t)}
      sorts={PERSON_SORTS.map((id) => ({ id, label: t(SORT_LABELS[id]) }))}
      fixed="name"
      topics={TOPICS}
      bulk={
        <PeopleBulk
          {...{ slug, rows }}
          matching={found.matching}
          teams={[...found.labels.teams].map(([id, label]) => ({ id, label }))}
          tomorrow={localDate(now + DAY_MS, workspaceZone)}
          mayPause={may(member.role, "act_on_cases")}
          mayTeam={may(member.role, "edit_workflows")}
          max={PAUSED_AT_ONCE_MAX}
        />
      }
      actions={
        <PeopleActions
          slug={slug}
          addForbidden={forbiddenText(view, "act_on_cases")}
          importForbidden={forbiddenText(view, "edit_workflows")}
        />
      }
      table={
        <RowsTable
          {...{ slug, columns, rows }}
          rowsAgain={peopleAgain}
          caption={t("people.caption")}
        />
      }
      firstUse={<FirstUse view={view} />}
      without={async () =>
        t("people.without", { n: await countPeople(ctx.db, view.workspaceId, [], COUNTED_MAX) })
      }
      peek={<PersonPeek view={view} peek={address.peek ?? ""} />}
    />
  );
}
