import { WAITING_WORDS } from "@/components/cases/case-state";
import type { FilterGroup } from "@/components/ui/filter-menu";
import { listHref } from "@/components/ui/list-href";
import { stateWord } from "@/components/ui/state-badge";
import { CASE_STATUSES, WAITING_FOR } from "@/core/case/state";
import type { CasesParams } from "./search-params";

export type FilterLabels = {
  workflows: ReadonlyMap<string, string>;
  stages: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
  staff: ReadonlyMap<string, string>;
  person: string | undefined;
};

export const DUE_WORDS = { overdue: "Overdue", week: "Due in 7 days" } as const;

/** Filters in force that have no chip of their own row, each with the list without it. */
export function activeFilters(path: string, params: CasesParams, labels: FilterLabels) {
  const { workflow, stage, waitingFor, person, owner, team, q } = params;
  const named = [
    ["workflow", "Workflow is", workflow && (labels.workflows.get(workflow) ?? workflow)],
    ["stage", "Stage is", stage && (labels.stages.get(stage) ?? stage)],
    ["waitingFor", "Waits for", waitingFor && WAITING_WORDS[waitingFor].toLowerCase()],
    ["person", "Person is", person && (labels.person ?? person)],
    ["owner", "Owner is", owner && (labels.staff.get(owner) ?? owner)],
    ["team", "Team is", team && (labels.teams.get(team) ?? team)],
    ["q", "Contains", q && `“${q}”`],
  ] as const;
  return named.flatMap(([name, words, value]) =>
    value
      ? [{ label: `${words} ${value}`, href: listHref(path, params, { [name]: undefined }) }]
      : [],
  );
}

/** All filters in words, for the sentence that says why a list is empty. */
export function filterSentence(params: CasesParams, active: { label: string }[]): string {
  return [
    ...(params.status ? [`State is ${stateWord(params.status).toLowerCase()}`] : []),
    ...(params.due ? [DUE_WORDS[params.due]] : []),
    ...active.map(({ label }) => label),
  ].join(" and ");
}

export const statusChips = (path: string, params: CasesParams) => [
  {
    label: "All",
    href: listHref(path, params, { status: undefined }),
    current: params.status === undefined,
  },
  ...CASE_STATUSES.map((status) => ({
    label: stateWord(status),
    href: listHref(path, params, { status }),
    current: params.status === status,
  })),
];

export const dueChips = (path: string, params: CasesParams) =>
  (["overdue", "week"] as const).map((due) => ({
    label: DUE_WORDS[due],
    href: listHref(path, params, { due: params.due === due ? undefined : due }),
    current: params.due === due,
  }));

export function filterGroups(
  path: string,
  params: CasesParams,
  labels: FilterLabels,
): FilterGroup[] {
  const group = (
    heading: string,
    name: keyof CasesParams,
    options: Iterable<readonly [string, string]>,
  ): FilterGroup => ({
    heading,
    options: [...options].map(([value, label]) => ({
      label,
      href: listHref(path, params, { [name]: value }),
      current: params[name] === value,
    })),
  });
  return [
    group("Workflow", "workflow", labels.workflows),
    group("Stage", "stage", labels.stages),
    group(
      "Waits for",
      "waitingFor",
      WAITING_FOR.map((word) => [word, WAITING_WORDS[word]] as const),
    ),
    group("Team", "team", labels.teams),
    group("Owner", "owner", labels.staff),
  ];
}
