import type { FieldOption, ListDefinition, ListField } from "@/components/lists/list-context";
import { TEAM_LIST, TEAM_PROBLEMS, type TeamField } from "@/core/filter/team-fields";
import type { PageView } from "../page-view";
import { FIELD_LABELS, PROBLEM_LABELS } from "./team-words";

/** The list of teams with every word in the viewer's language. */
export function teamList(
  { slug, t }: PageView,
  staff: ReadonlyMap<string, string>,
): ListDefinition {
  const options: Partial<Record<TeamField, FieldOption[]>> = {
    problem: TEAM_PROBLEMS.map((value) => ({ value, label: t(PROBLEM_LABELS[value]) })),
    member: [...staff].map(([value, label]) => ({ value, label })),
  };
  const fields = TEAM_LIST.fields.map(
    (field): ListField => ({
      ...field,
      label: t(FIELD_LABELS[field.name]),
      options: options[field.name] ?? [],
    }),
  );
  return { ...TEAM_LIST, fields, path: `/${slug}/teams` };
}
