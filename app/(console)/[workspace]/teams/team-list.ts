import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import { TEAM_LIST, TEAM_PROBLEMS, type TeamField } from "@/core/filter/team-fields";
import { definitionOf, named } from "../_lists/definition-of";
import type { PageView } from "../page-view";
import { FIELD_LABELS, PROBLEM_LABELS } from "./team-words";

/** The list of teams with every word in the viewer's language. */
export function teamList(
  { slug, t }: PageView,
  staff: ReadonlyMap<string, string>,
): ListDefinition {
  const options: Partial<Record<TeamField, FieldOption[]>> = {
    problem: TEAM_PROBLEMS.map((value) => ({ value, label: t(PROBLEM_LABELS[value]) })),
    member: named(staff),
  };
  return definitionOf(TEAM_LIST, `/${slug}/teams`, (field) => t(FIELD_LABELS[field]), options);
}
