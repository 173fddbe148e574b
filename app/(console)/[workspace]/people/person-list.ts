import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import { PERSON_LIST, PERSON_PROBLEMS, type PersonField } from "@/core/filter/person-fields";
import { definitionOf, named } from "../_lists/definition-of";
import type { PageView } from "../page-view";
import type { PeopleLabels } from "./load-people";
import { FIELD_LABELS, PROBLEMS } from "./person-words";

/** The list of people with every word in the viewer's language. */
export function personList({ slug, t, locale }: PageView, labels: PeopleLabels): ListDefinition {
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const options: Partial<Record<PersonField, FieldOption[]>> = {
    problem: PERSON_PROBLEMS.map((value) => ({ value, label: t(PROBLEMS[value].word) })),
    language: labels.languages.map((value) => ({ value, label: languageName(value, languages) })),
    team: named(labels.teams),
    manager: named(labels.managers),
  };
  return definitionOf(PERSON_LIST, `/${slug}/people`, (field) => t(FIELD_LABELS[field]), options);
}

/** What systems call a language need not be one that is known. */
export function languageName(locale: string, names: Intl.DisplayNames): string {
  try {
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}
