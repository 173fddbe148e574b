import "server-only";
import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import { stateWord } from "@/components/ui/state-badge";
import { endingName } from "@/components/workflows/ending-name";
import { CASE_STATUSES, WAITING_FOR } from "@/core/case/state";
import {
  CASE_FLAGS,
  CASE_LIST,
  type CaseField,
  LAST_OUTCOMES,
  ME,
  MINE,
} from "@/core/filter/case-fields";
import type { Filter } from "@/core/filter/field";
import { DECISION_CODES } from "@/core/sentence/codes";
import { classOf } from "@/core/sentence/decision-class";
import { Priority } from "@/core/workflow/steps/shared";
import { findNames } from "@/db/queries/names";
import { listStaff } from "@/db/queries/people-cards";
import { listStageLabels, listWorkflowNames } from "@/db/queries/workflow-labels";
import { ctx } from "@/server/boot";
import { definitionOf, named } from "../_lists/definition-of";
import type { PageView } from "../page-view";
import { behindOptions } from "./behind-words";
import {
  FIELD_LABELS,
  FLAG_STATES,
  OUTCOME_STATES,
  PRIORITY_LABELS,
  STATUS_STATES,
  WAITING_LABELS,
} from "./case-words";

type Placed = { workflow: string; version: number; stage: string | null };

/** What the case list calls workflows, stages, teams and the people who own cases. */
export async function listLabels({ workspaceId }: PageView, people: readonly string[]) {
  const [workflows, stages, staff, names] = await Promise.all([
    listWorkflowNames(ctx.db, workspaceId),
    listStageLabels(ctx.db, workspaceId),
    listStaff(ctx.db, workspaceId),
    findNames(ctx.db, workspaceId, people),
  ]);
  const byPlace = new Map(stages.map((s) => [`${s.workflow}@${s.version}/${s.id}`, s.name]));
  return {
    workflows,
    // Newest versions come first: theirs is the name a stage goes by.
    stages: new Map(stages.toReversed().map(({ id, name }) => [id, name])),
    teams: names.teams,
    people: names.people,
    staff: new Map(staff.map(({ id, name }) => [id, name ?? id])),
    stageName: ({ workflow, version, stage }: Placed) =>
      stage === null ? "" : (byPlace.get(`${workflow}@${version}/${stage}`) ?? endingName(stage)),
  };
}

export type ListLabels = Awaited<ReturnType<typeof listLabels>>;

/** The list of cases with every word in the viewer's language. */
export function caseList(
  view: PageView,
  labels: ListLabels,
  filters: readonly Filter[] = [],
): ListDefinition {
  const { slug, t } = view;
  const options: Partial<Record<CaseField, FieldOption[]>> = {
    state: CASE_STATUSES.map((value) => ({ value, label: stateWord(STATUS_STATES[value], t) })),
    is: CASE_FLAGS.map((value) => ({
      value,
      label: value === "problem" ? t("cases.listProblem") : stateWord(FLAG_STATES[value], t),
    })),
    stage: named(labels.stages),
    workflow: named(labels.workflows),
    team: [{ value: MINE, label: t("cases.listMyTeams") }, ...named(labels.teams)],
    owner: [
      { value: ME, label: t("cases.listMe") },
      { value: MINE, label: t("cases.listMine") },
      ...named(labels.staff),
    ],
    person: named(labels.people),
    waiting: WAITING_FOR.map((value) => ({ value, label: t(WAITING_LABELS[value]) })),
    priority: Priority.options.map((value) => ({ value, label: t(PRIORITY_LABELS[value]) })),
    outcome: LAST_OUTCOMES.map((value) => ({ value, label: stateWord(OUTCOME_STATES[value], t) })),
    behind: behindOptions(filters, view, labels),
    reason: DECISION_CODES.filter((code) => OF_MESSAGES.has(classOf(code))).map((code) => ({
      value: code,
      label: code,
    })),
  };
  return definitionOf(CASE_LIST, `/${slug}/cases`, (field) => t(FIELD_LABELS[field]), options);
}

const OF_MESSAGES: ReadonlySet<string> = new Set(LAST_OUTCOMES);
