import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import { dateText, dayOf } from "@/core/calendar/civil";
import { toCivil } from "@/core/calendar/zone-offset";
import type { AddressParams, Unread } from "@/core/filter/address";
import type { Filter } from "@/core/filter/field";
import { type ListAddress, readListAddress } from "@/core/filter/list-address";
import { type ReportAsked, reportAsked } from "@/core/filter/report-asked";
import { REPORT_LIST, type ReportField } from "@/core/filter/report-fields";
import { unreadInReport } from "@/core/filter/report-unread";
import { armsWords } from "@/core/metrics/arm-of";
import { Channel } from "@/core/template/channel";
import { findNames } from "@/db/queries/names";
import { listPeopleValues } from "@/db/queries/people-pages";
import { findSavedView, listSavedViews } from "@/db/queries/saved-views";
import { listTopics } from "@/db/queries/topics";
import { listStageLabels, listWorkflowNames } from "@/db/queries/workflow-labels";
import { openReport } from "@/server/analytics/open-report";
import { readTrend } from "@/server/analytics/read-trend";
import { ctx } from "@/server/boot";
import { definitionOf, named } from "../_lists/definition-of";
import type { PageView } from "../page-view";
import { languageName } from "../people/person-list";

/** What every block of the page is told: who looks, and at what. */
export type ReportPage = {
  view: PageView;
  list: ListDefinition;
  address: ListAddress;
  asked: ReportAsked;
  /** Local, `2026-11-23`. */
  today: string;
  /** The page is of this workflow alone. */
  only: string | undefined;
  workflows: ReadonlyMap<string, string>;
  stages: ReadonlyMap<string, string>;
};

/** The page an address asks for; with `only`, one workflow's. */
export async function reportPage(
  view: PageView,
  params: AddressParams,
  only?: string,
): Promise<ReportPage> {
  const { slug, now, workspaceZone } = view;
  const { list, workflows, stages } = await definition(view, only);
  const read = readListAddress(list, params);
  const scope =
    only === undefined ? [] : [{ field: "workflow", op: "is", values: [only] } as const];
  const day = dayOf(toCivil(now, workspaceZone));
  const vain = await unreadOf(view, [...scope, ...read.filters]);
  const unread = [...(read.unread ?? []), ...vain];
  const address: ListAddress = {
    ...read,
    filters: read.filters.filter(({ field }) => vain.every((one) => one.field !== field)),
    ...(unread.length > 0 && { unread }),
  };
  const asked = reportAsked([...scope, ...address.filters], day);
  const { arm } = asked.filters;
  if (only !== undefined && !workflows.has(only)) notFound();
  const path =
    only === undefined
      ? `/${slug}/analytics`
      : `/${slug}/workflows/${encodeURIComponent(only)}/analytics`;
  return {
    view,
    list: { ...list, fields: arm === undefined ? list.fields : withArm(list.fields, arm), path },
    address,
    asked,
    today: dateText(day),
    only,
    workflows,
    stages,
  };
}

/** What the page cannot be limited by, also people of a saved view that is no more. */
async function unreadOf({ workspaceId }: PageView, filters: readonly Filter[]): Promise<Unread[]> {
  const unread = unreadInReport(filters);
  const segment = filters.find(({ field }) => field === "segment")?.values[0];
  if (segment === undefined || unread.some(({ field }) => field === "segment")) return unread;
  const isThere = await findSavedView(ctx.db, workspaceId, segment, "people");
  return isThere ? unread : [...unread, { field: "segment", value: segment }];
}

/** Arms come with a link; their chip says them as people do. */
const withArm = (fields: ListDefinition["fields"], value: string): ListDefinition["fields"] =>
  fields.map((field) =>
    field.name === "arm" ? { ...field, options: [{ value, label: armsWords(value) }] } : field,
  );

async function definition(view: PageView, only: string | undefined) {
  const { t, locale, slug, workspaceId, member } = view;
  const [workflows, labels, topics, names, people, segments] = await Promise.all([
    listWorkflowNames(ctx.db, workspaceId),
    listStageLabels(ctx.db, workspaceId),
    listTopics(ctx.db, workspaceId),
    findNames(ctx.db, workspaceId, []),
    listPeopleValues(ctx.db, workspaceId),
    listSavedViews(ctx.db, workspaceId, member.operatorId, "people"),
  ]);
  const own = only === undefined ? labels : labels.filter(({ workflow }) => workflow === only);
  // Newest versions come first: theirs is the name a stage goes by.
  const stages = new Map(own.toReversed().map(({ id, name }) => [id, name]));
  const versions = [...new Set(own.map(({ version }) => version))].sort((a, b) => b - a);
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const options: Partial<Record<ReportField, FieldOption[]>> = {
    workflow: named(workflows),
    version: versions.map((version) => ({ value: String(version), label: `v${version}` })),
    stage: named(stages),
    channel: Channel.options.map((value) => ({
      value,
      label: t("messages.channelName", { channel: value }),
    })),
    topic: topics.map(({ key, name }) => ({ value: key, label: name })),
    team: named(names.teams),
    locale: people.languages.map((value) => ({ value, label: languageName(value, languages) })),
    segment: segments.map(({ id, name }) => ({ value: id, label: name })),
  };
  const label = (field: ReportField) => (isChip(field) ? t(`analytics.field_${field}`) : field);
  const list = definitionOf(REPORT_LIST, `/${slug}/analytics`, label, options);
  const fields = list.fields.filter(({ name }) => only === undefined || name !== "workflow");
  return { list: { ...list, fields }, workflows, stages };
}

const CHIPS = [
  "workflow",
  "version",
  "stage",
  "channel",
  "topic",
  "team",
  "locale",
  "arm",
  "segment",
] as const;
const isChip = (field: ReportField): field is (typeof CHIPS)[number] =>
  (CHIPS as readonly string[]).includes(field);

/** Opened once for all blocks of a page. */
export const reportOf = cache(({ view, asked }: ReportPage) =>
  openReport(ctx.db, view.workspaceId, {
    ...asked.filters,
    ...asked.days,
    timeZone: view.workspaceZone,
  }),
);

export const comparisonOf = ({ asked }: ReportPage) =>
  asked.compare === "none" ? undefined : asked.compare;

/** The course, which the numbers at the head show too. */
export const trendOf = cache(async (page: ReportPage) => readTrend(await reportOf(page)));
