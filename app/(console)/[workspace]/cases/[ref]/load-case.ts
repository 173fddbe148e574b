import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CaseRef } from "@/core/contracts/fields";
import type { Names } from "@/core/sentence/names";
import { listAuditOfCase, listEventsOfCase, listRelatedCases } from "@/db/queries/case-details";
import { type CaseListRow, findCase } from "@/db/queries/cases";
import { listMembers } from "@/db/queries/members";
import { listMessagesOfCase } from "@/db/queries/messages";
import { findNames } from "@/db/queries/names";
import { findOperatorNames } from "@/db/queries/operator-names";
import { findMe } from "@/db/queries/operator-person";
import { findPerson, listChoices, listContactPoints } from "@/db/queries/people";
import { listStaff } from "@/db/queries/people-cards";
import { listRepliesOfCase } from "@/db/queries/replies";
import { listTopics } from "@/db/queries/topics";
import { listWorkflowNames } from "@/db/queries/workflow-labels";
import { findVersion } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { type CasePlan, planOf } from "@/server/cases/read-plan";
import { readCaseLines } from "@/server/cases/read-timeline";
import { loadWorkspaces } from "@/server/cases/workspace-facts";
import type { PageView } from "../../page-view";

/** A case by number or id; not-found for text that is neither, and for a case of another workspace. */
export const caseRow = cache(async (workspaceId: PageView["workspaceId"], ref: string) => {
  const parsed = CaseRef.safeParse(decodeURIComponent(ref));
  const row = parsed.success ? await findCase(ctx.db, workspaceId, parsed.data) : undefined;
  return row ?? notFound();
});

/** Everything the page of one case shows. */
export async function loadCase(view: PageView, ref: string) {
  const { workspaceId, workspaceZone } = view;
  const row = await caseRow(workspaceId, ref);
  const { plan, timeline, eventIds } = await storyOf(view, row);
  const ids = [row.personId, row.ownerPersonId, idIn(row.acknowledgedBy)].filter(
    (id) => id !== null,
  );
  const [messages, version, person, points, choices, names, workflows] = await Promise.all([
    listMessagesOfCase(ctx.db, workspaceId, row.id),
    findVersion(ctx.db, workspaceId, row.workflow, row.version),
    findPerson(ctx.db, workspaceId, row.personId),
    listContactPoints(ctx.db, workspaceId, [row.personId]),
    listChoices(ctx.db, workspaceId, row.personId),
    findNames(ctx.db, workspaceId, ids),
    listWorkflowNames(ctx.db, workspaceId),
  ]);
  const [related, events, audit, topics, operators, staff, members, facts, replies, me] =
    await Promise.all([
      listRelatedCases(ctx.db, row),
      listEventsOfCase(ctx.db, row, eventIds),
      listAuditOfCase(ctx.db, row),
      listTopics(ctx.db, workspaceId),
      findOperatorNames(ctx.db, workspaceId, operatorIds(row.acknowledgedBy)),
      listStaff(ctx.db, workspaceId),
      listMembers(ctx.db, workspaceId),
      loadWorkspaces(ctx.db, [workspaceId]),
      listRepliesOfCase(ctx.db, workspaceId, row.id),
      findMe(ctx.db, workspaceId, view.member.operatorId),
    ]);
  const rows = new Map(messages.map((message) => [message.id, message]));
  return {
    row,
    plan,
    timeline,
    messages: rows,
    replies: new Map(replies.map((reply) => [reply.id, reply])),
    definition: version?.definition,
    person,
    points,
    choice: choices.find(({ topic }) => topic === version?.definition.topic),
    topicName: topics.find(({ key }) => key === version?.definition.topic)?.name,
    related,
    events,
    audit,
    operators,
    /** Who the operator is among the people; null while nobody said so. */
    me: me.personId,
    names,
    staff,
    members: members.map(({ name }) => name),
    workflows,
    workflowName: workflows.get(row.workflow) ?? row.workflow,
    calendar: facts.get(workspaceId)?.calendar,
    zone: person?.timeZone ?? workspaceZone,
    /** Whether the person's zone is not known, so that the workspace's stands in for it. */
    zoneUnknown: person?.timeZone == null,
    sentenceNames: sentenceNames(names, plan, messages),
  };
}

export type LoadedCase = Awaited<ReturnType<typeof loadCase>>;

/** What will happen and what has, in the reader's language. */
async function storyOf(view: PageView, row: CaseListRow) {
  const { workspaceId, locale, viewerZone } = view;
  const plan = await planOf(ctx, workspaceId, row.id, locale);
  const reader = { locale, zone: viewerZone };
  const template = (key: string) => plan.titles.get(key);
  const more = { template, action: plan.buttonLabel };
  const timeline = await readCaseLines(ctx, row, reader, more);
  const eventIds = timeline.flatMap(({ params }) => eventIdIn(params.by));
  return { plan, timeline, eventIds };
}

function sentenceNames(
  { people, teams, policies }: Awaited<ReturnType<typeof findNames>>,
  { titles, buttonLabel }: CasePlan,
  messages: Awaited<ReturnType<typeof listMessagesOfCase>>,
): Names {
  const buttons = new Map(
    messages.flatMap(({ content }) =>
      (content?.actions ?? []).map(({ id, label }) => [id, label] as const),
    ),
  );
  return {
    person: (id) => people.get(id),
    team: (key) => teams.get(key),
    policy: (key) => policies.get(key),
    template: (key) => titles.get(key),
    action: (id) => buttons.get(id) ?? buttonLabel(id),
  };
}

const eventIdIn = (by: unknown): string[] =>
  typeof by === "object" &&
  by !== null &&
  "kind" in by &&
  by.kind === "event" &&
  "id" in by &&
  typeof by.id === "string"
    ? [by.id]
    : [];

/** The id in `person:cus_1`, as the engine writes who did something. */
const idIn = (actor: string | null): string | null =>
  actor === null ? null : actor.slice(actor.indexOf(":") + 1);

const operatorIds = (actor: string | null): string[] =>
  actor?.startsWith("operator:") ? [idIn(actor) ?? ""] : [];

/** Who took a case on, by name where there is one. */
export function acknowledgedBy({ row, names, operators }: LoadedCase): string {
  const id = idIn(row.acknowledgedBy) ?? "";
  return names.people.get(id) ?? operators.get(id) ?? id;
}
