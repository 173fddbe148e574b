import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import type { Text } from "@/components/text/text";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter, FilterChip } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { MoreLink } from "@/components/ui/more-link";
import { Table } from "@/components/ui/table";
import { Channel } from "@/core/template/channel";
import { findCaseNumbers } from "@/db/queries/case-numbers";
import { listMessages } from "@/db/queries/messages";
import { findPeopleCards } from "@/db/queries/people-cards";
import { listWorkflowNames } from "@/db/queries/workflow-labels";
import { ctx } from "@/server/boot";
import { readNames } from "@/server/messages/read-names";
import { pageView } from "../page-view";
import { MessageListRow, messageColumns } from "./message-row";
import { filterOf, MessagesParams, OUTCOMES } from "./search-params";

const PAGE_ROWS = 50;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("shell.messages") };
}

export default async function MessagesPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { workspaceId, slug, member, t } = view;
  const path = `/${slug}/messages`;
  const given = MessagesParams.parse(await searchParams);
  const page = { limit: PAGE_ROWS, cursor: given.cursor };
  const found = await listMessages(ctx.db, workspaceId, filterOf(given), page);
  const personIds = found.rows.map((row) => row.personId);
  const [people, numbers, names, workflows] = await Promise.all([
    findPeopleCards(ctx.db, workspaceId, given.person ? [...personIds, given.person] : personIds),
    findCaseNumbers(
      ctx.db,
      workspaceId,
      found.rows.map((row) => row.caseId),
    ),
    readNames(ctx.db, workspaceId, personIds),
    listWorkflowNames(ctx.db, workspaceId),
  ]);
  const active = activeFilters(path, given, t, {
    person: given.person && (people.get(given.person)?.name ?? given.person),
    workflow: given.workflow && (workflows.get(given.workflow) ?? given.workflow),
  });
  const isFiltered = active.length > 0 || given.channel || given.outcome;
  return (
    <>
      <PageHeader title={t("shell.messages")} actions={<LiveRefresh />}>
        {member.workspace.kind === "sandbox" ? (
          <p className="text-ft-2">{t("messages.outbox")}</p>
        ) : null}
        {found.rows.length > 0 || isFiltered ? <Chips path={path} given={given} t={t} /> : null}
        {active.length > 0 ? (
          <div className="flex flex-wrap gap-1.5">
            {active.map(({ label, href }) => (
              <FilterChip key={label} removeHref={href}>
                {label}
              </FilterChip>
            ))}
          </div>
        ) : null}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {found.rows.length > 0 ? (
          <>
            <Table caption={t("messages.caption")} columns={messageColumns(t)}>
              {found.rows.map((row) => (
                <MessageListRow
                  key={row.id}
                  row={row}
                  person={people.get(row.personId)}
                  number={numbers.get(row.caseId)}
                  names={names}
                  view={view}
                />
              ))}
            </Table>
            <MoreLink
              noun={t("messages.noun")}
              nextHref={
                found.nextCursor ? listHref(path, given, { cursor: found.nextCursor }) : undefined
              }
              firstHref={given.cursor ? listHref(path, given) : undefined}
            />
          </>
        ) : isFiltered ? (
          <EmptyState
            title={t("messages.noMatch")}
            actions={<ButtonLink href={path}>{t("messages.clearAll")}</ButtonLink>}
          />
        ) : (
          <EmptyState
            title={t("messages.empty")}
            actions={
              <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
                {t("messages.firstEvent")}
              </ButtonLink>
            }
          >
            {t("messages.emptyBody")}
          </EmptyState>
        )}
      </div>
    </>
  );
}

function Chips({ path, given, t }: { path: string; given: MessagesParams; t: Text }) {
  const all = (name: "outcome" | "channel") => ({
    label: t("messages.all"),
    href: listHref(path, given, { [name]: undefined }),
    current: given[name] === undefined,
  });
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <ChipFilter
        label={t("messages.outcome")}
        options={[
          all("outcome"),
          ...OUTCOMES.map((outcome) => ({
            label: t("messages.outcomeName", { outcome }),
            href: listHref(path, given, { outcome }),
            current: given.outcome === outcome,
          })),
        ]}
      />
      <ChipFilter
        label={t("messages.channel")}
        options={Channel.options.map((channel) => ({
          label: t("messages.channelName", { channel }),
          href: listHref(path, given, {
            channel: given.channel === channel ? undefined : channel,
          }),
          current: given.channel === channel,
        }))}
      />
    </div>
  );
}

function activeFilters(
  path: string,
  given: MessagesParams,
  t: Text,
  labels: { person: string | undefined; workflow: string | undefined },
) {
  const named = [
    ["person", "messages.personIs", labels.person],
    ["case", "messages.caseIs", given.case],
    ["workflow", "messages.workflowIs", labels.workflow],
  ] as const;
  return named.flatMap(([name, words, value]) =>
    value
      ? [{ label: t(words, { value }), href: listHref(path, given, { [name]: undefined }) }]
      : [],
  );
}
