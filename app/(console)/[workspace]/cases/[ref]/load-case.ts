import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CaseRef } from "@/core/contracts/fields";
import { findCase, listCases } from "@/db/queries/cases";
import { listMessagesOfCase } from "@/db/queries/messages";
import { findNames } from "@/db/queries/names";
import { findOperatorNames } from "@/db/queries/operator-names";
import { findPerson, listContactPoints } from "@/db/queries/people";
import { listStaff } from "@/db/queries/people-cards";
import { listWorkflowNames } from "@/db/queries/workflow-labels";
import { findVersion } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { planOf } from "@/server/cases/read-plan";
import { readTimeline } from "@/server/cases/read-timeline";
import { loadWorkspaces } from "@/server/cases/workspace-facts";
import type { PageView } from "../../page-view";

const RELATED_MAX = 6;

/** A case by number or id; not-found for text that is neither, and for a case of another workspace. */
export const caseRow = cache(async (workspaceId: PageView["workspaceId"], ref: string) => {
  const parsed = CaseRef.safeParse(decodeURIComponent(ref));
  const row = parsed.success ? await findCase(ctx.db, workspaceId, parsed.data) : undefined;
  return row ?? notFound();
});

/** Everything the page of one case shows. */
export async function loadCase(view: PageView, ref: string) {
  const { workspaceId, viewerZone, workspaceZone } = view;
  const row = await caseRow(workspaceId, ref);
  const ids = [row.personId, row.ownerPersonId, idIn(row.acknowledgedBy)].filter(
    (id) => id !== null,
  );
  const [
    plan,
    operators,
    timeline,
    messages,
    version,
    person,
    points,
    related,
    names,
    staff,
    workflows,
    facts,
  ] = await Promise.all([
    planOf(ctx, workspaceId, row.id),
    findOperatorNames(ctx.db, workspaceId, operatorIds(row.acknowledgedBy)),
    readTimeline(ctx, row, { locale: "en", zone: viewerZone }),
    listMessagesOfCase(ctx.db, workspaceId, row.id),
    findVersion(ctx.db, workspaceId, row.workflow, row.version),
    findPerson(ctx.db, workspaceId, row.personId),
    listContactPoints(ctx.db, workspaceId, [row.personId]),
    listCases(ctx.db, workspaceId, { person: row.personId }, { limit: RELATED_MAX + 1 }),
    findNames(ctx.db, workspaceId, ids),
    listStaff(ctx.db, workspaceId),
    listWorkflowNames(ctx.db, workspaceId),
    loadWorkspaces(ctx.db, [workspaceId]),
  ]);
  return {
    row,
    plan,
    operators,
    timeline,
    messages: new Map(messages.map((message) => [message.id, message])),
    definition: version?.definition,
    person,
    points,
    related: related.rows.filter(({ id }) => id !== row.id).slice(0, RELATED_MAX),
    names,
    staff,
    workflowName: workflows.get(row.workflow) ?? row.workflow,
    workflows,
    calendar: facts.get(workspaceId)?.calendar,
    zone: person?.timeZone ?? workspaceZone,
  };
}

export type LoadedCase = Awaited<ReturnType<typeof loadCase>>;

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
