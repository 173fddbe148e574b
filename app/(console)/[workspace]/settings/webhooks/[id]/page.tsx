import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { latestAttempts, listDeliveries } from "@/db/queries/webhook-deliveries";
import { ctx } from "@/server/boot";
import { pageView } from "../../../page-view";
import { settingsView } from "../../settings-view";
import { EndpointBadge, EndpointNotes } from "../endpoint-list";
import { EndpointMenu } from "../endpoint-menu";
import { DeliveryRow } from "./delivery-row";
import { endpointOf } from "./endpoint-of";
import { isUnderWay } from "./is-under-way";
import { RefreshSoon } from "./refresh-soon";
import { ReplayFailed } from "./replay-failed";
import { FILTERS, LogParams } from "./search-params";

const PAGE_ROWS = 50;

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { workspaceId, t } = await pageView(workspace);
  const { host } = await endpointOf(workspaceId, id);
  return { title: t("webhooks.logTitle", { host }) };
}

export default async function EndpointPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const view = await settingsView(workspace);
  const { t, slug, workspaceId, mayChange, whyNot } = view;
  const { endpoint, host } = await endpointOf(workspaceId, id);
  const given = LogParams.parse(await searchParams);
  const { status, cursor } = given;
  const page = { limit: PAGE_ROWS, cursor };
  const { rows, nextCursor } = await listDeliveries(ctx.db, workspaceId, id, { status }, page);
  const last = await latestAttempts(
    ctx.db,
    workspaceId,
    rows.map((row) => row.id),
  );
  const path = `/${slug}/settings/webhooks/${id}`;
  const option = (name: (typeof FILTERS)[number] | undefined) => ({
    label: t(`webhooks.filter_${name ?? "all"}`),
    href: listHref(path, {}, { status: name }),
    current: status === name,
  });
  const isOn = endpoint.state === "on" || endpoint.state === "failing";
  const columns = ["at", "type", "status", "attempts", "last"] as const;
  return (
    <SettingsPage
      wide
      title={t("webhooks.logTitle", { host })}
      back={{ label: t("settings.webhooks"), href: `/${slug}/settings/webhooks`, always: true }}
      lead={t("webhooks.logLead")}
      actions={
        mayChange ? (
          <>
            {isOn ? <ReplayFailed slug={slug} id={id} /> : null}
            <EndpointMenu slug={slug} endpoint={endpoint} leaveTo={`/${slug}/settings/webhooks`} />
          </>
        ) : null
      }
    >
      {whyNot ? <Note>{whyNot}</Note> : null}
      {rows.some((row) => isUnderWay(row, isOn)) ? <RefreshSoon /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <code className="text-xs [overflow-wrap:anywhere]">{endpoint.url}</code>
          <EndpointBadge state={endpoint.state} t={t} />
        </div>
        <EndpointNotes endpoint={endpoint} view={view} />
      </div>
      <ChipFilter
        label={t("webhooks.filter")}
        options={[option(undefined), ...FILTERS.map((name) => option(name))]}
      />
      {rows.length > 0 ? (
        <div className="max-md:-mx-4">
          <Table
            caption={t("webhooks.logCaption")}
            columns={columns.map((name) => ({
              label: t(`webhooks.${name}`),
              number: name === "attempts",
            }))}
          >
            {rows.map((row) => (
              <DeliveryRow
                key={row.id}
                row={row}
                last={last.get(row.id)}
                href={`${path}/${row.id}`}
                view={view}
              />
            ))}
          </Table>
          <MoreLink
            noun={t("webhooks.deliveries")}
            nextHref={nextCursor ? listHref(path, given, { cursor: nextCursor }) : undefined}
            firstHref={cursor ? listHref(path, given) : undefined}
          />
        </div>
      ) : status ? (
        <EmptyState
          title={t("webhooks.logNoMatch")}
          actions={<ButtonLink href={path}>{t("webhooks.showAll")}</ButtonLink>}
        />
      ) : (
        <EmptyState title={t("webhooks.logEmpty")}>{t("webhooks.logEmptyText")}</EmptyState>
      )}
    </SettingsPage>
  );
}
