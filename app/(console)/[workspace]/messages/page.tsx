import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter, FilterChip } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { MoreLink } from "@/components/ui/more-link";
import { Table } from "@/components/ui/table";
import { CHANNEL_LABELS, Channel } from "@/core/template/channel";
import { findCaseNumbers } from "@/db/queries/case-numbers";
import { listMessages } from "@/db/queries/messages";
import { findPeopleCards } from "@/db/queries/people-cards";
import { listWorkflowNames } from "@/db/queries/workflow-labels";
import { ctx } from "@/server/boot";
import { readNames } from "@/server/messages/read-names";
import { pageView } from "../page-view";
import { MESSAGE_COLUMNS, MessageListRow } from "./message-row";
import { filterOf, MessagesParams, OUTCOMES } from "./search-params";

export const metadata: Metadata = { title: "Messages" };

const PAGE_ROWS = 50;
const OUTCOME_WORDS = { sent: "Sent", held: "Held", not_sent: "Not sent", failed: "Failed" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MessagesPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { workspaceId, slug, member } = view;
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
  const active = activeFilters(path, given, {
    person: given.person && (people.get(given.person)?.name ?? given.person),
    workflow: given.workflow && (workflows.get(given.workflow) ?? given.workflow),
  });
  const isFiltered = active.length > 0 || given.channel || given.outcome;
  return (
    <>
      <PageHeader title="Messages" actions={<LiveRefresh />}>
        {member.workspace.kind === "sandbox" ? (
          <p className="text-ft-2">
            The outbox of this test workspace: every channel ends here, rendered as it would arrive.
          </p>
        ) : null}
        {found.rows.length > 0 || isFiltered ? <Chips path={path} given={given} /> : null}
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
            <Table caption="Messages, newest first" columns={MESSAGE_COLUMNS}>
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
              noun="messages"
              nextHref={
                found.nextCursor ? listHref(path, given, { cursor: found.nextCursor }) : undefined
              }
              firstHref={given.cursor ? listHref(path, given) : undefined}
            />
          </>
        ) : isFiltered ? (
          <EmptyState
            title="No messages match these filters."
            actions={<ButtonLink href={path}>Clear all filters</ButtonLink>}
          />
        ) : (
          <EmptyState
            title="No messages yet."
            actions={
              <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
                Send your first event
              </ButtonLink>
            }
          >
            A message appears as soon as a case plans it, with everything that happens to it until
            it is sent, held or left out, and why.
          </EmptyState>
        )}
      </div>
    </>
  );
}

function Chips({ path, given }: { path: string; given: MessagesParams }) {
  const all = (name: "outcome" | "channel") => ({
    label: "All",
    href: listHref(path, given, { [name]: undefined }),
    current: given[name] === undefined,
  });
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <ChipFilter
        label="Outcome"
        options={[
          all("outcome"),
          ...OUTCOMES.map((outcome) => ({
            label: OUTCOME_WORDS[outcome],
            href: listHref(path, given, { outcome }),
            current: given.outcome === outcome,
          })),
        ]}
      />
      <ChipFilter
        label="Channel"
        options={Channel.options.map((channel) => ({
          label: CHANNEL_LABELS[channel],
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
  labels: { person: string | undefined; workflow: string | undefined },
) {
  const named = [
    ["person", "Person is", labels.person],
    ["case", "Case is", given.case],
    ["workflow", "Workflow is", labels.workflow],
  ] as const;
  return named.flatMap(([name, words, value]) =>
    value
      ? [{ label: `${words} ${value}`, href: listHref(path, given, { [name]: undefined }) }]
      : [],
  );
}
