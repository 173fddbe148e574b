import type { Metadata } from "next";
import { COUNTED_MAX } from "@/core/filter/counted";
import { EVENT_SORTS } from "@/core/filter/event-fields";
import type { LiveTopic } from "@/core/live/topics";
import { countEvents } from "@/db/queries/events";
import { ctx } from "@/server/boot";
import { ListPage } from "../_lists/list-page";
import { RowsTable } from "../_lists/rows-table";
import { forbiddenText } from "../forbidden-text";
import { pageView } from "../page-view";
import { EventBulk } from "./event-bulk";
import { eventColumns } from "./event-columns";
import { eventList } from "./event-list";
import { EventPeek } from "./event-peek";
import { eventRows } from "./event-rows";
import { COLUMN_LABELS, systemViews } from "./event-words";
import { FirstUse } from "./first-use";
import { loadList } from "./load-list";
import { eventsAddress } from "./search-params";
import { SendTestEvent } from "./send-test-event";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What brings a row, and what it did. */
const TOPICS: readonly LiveTopic[] = ["events"];
const EXAMPLE_NAME = "invoice.created";

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("shell.events") };
}

export default async function EventsPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug } = view;
  const address = eventsAddress(await searchParams);
  const found = await loadList(view, address);
  const { matching, labels } = found;
  const list = eventList(view, labels);
  const columns = eventColumns(address.columns, t);
  const shown = columns.map(({ id }) => id);
  const rows = await eventRows(view, found.rows, shown);
  const forbidden = forbiddenText(view, "act_on_cases");
  return (
    <ListPage
      name="events"
      {...{ view, list, address, found }}
      title={t("shell.events")}
      noun={t("events.noun")}
      searchLabel={t("events.search")}
      systemViews={systemViews(t)}
      columns={eventColumns(list.columns, t)}
      sorts={EVENT_SORTS.map((id) => ({ id, label: t(COLUMN_LABELS[id]) }))}
      fixed="name"
      topics={TOPICS}
      bulk={<EventBulk slug={slug} mayReplay={forbidden === null} {...{ rows, matching }} />}
      actions={
        forbidden === null ? (
          <SendTestEvent slug={slug} name={labels.names[0] ?? EXAMPLE_NAME} />
        ) : (
          <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
        )
      }
      table={<RowsTable {...{ slug, columns, rows }} caption={t("events.caption")} />}
      firstUse={<FirstUse view={view} />}
      without={async () =>
        t("events.without", { n: await countEvents(ctx.db, view.workspaceId, {}, COUNTED_MAX) })
      }
      after={
        rows.length > 0 ? (
          <p className="px-4 pb-3 text-xs text-ft-3 md:px-0">{t("events.refusedNotKept")}</p>
        ) : null
      }
      peek={<EventPeek view={view} peek={address.peek ?? ""} />}
    />
  );
}
