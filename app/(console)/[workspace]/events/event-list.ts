import "server-only";
import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import { EVENT_LIST, EVENT_RESULTS, type EventField } from "@/core/filter/event-fields";
import type { Filter } from "@/core/filter/field";
import { listEventNames } from "@/db/queries/events";
import { findPeopleCards } from "@/db/queries/people-cards";
import { ctx } from "@/server/boot";
import { definitionOf } from "../_lists/definition-of";
import type { PageView } from "../page-view";
import { FIELD_LABELS, OUTCOME_LABELS } from "./event-words";

/** What events are called here, and the people the list is filtered by. */
export async function listLabels({ workspaceId }: PageView, filters: readonly Filter[]) {
  const ids = filters.flatMap(({ field, values }) => (field === "person" ? values : []));
  const [names, people] = await Promise.all([
    listEventNames(ctx.db, workspaceId),
    findPeopleCards(ctx.db, workspaceId, ids),
  ]);
  return { names, people };
}

export type ListLabels = Awaited<ReturnType<typeof listLabels>>;

/** The list of events with every word in the viewer's language. */
export function eventList({ slug, t }: PageView, { names, people }: ListLabels): ListDefinition {
  const options: Record<EventField, FieldOption[]> = {
    outcome: EVENT_RESULTS.map((value) => ({ value, label: t(OUTCOME_LABELS[value]) })),
    name: names.map((value) => ({ value, label: value })),
    person: [...people].map(([value, { name }]) => ({ value, label: name ?? value })),
    key: [],
    received: [],
  };
  return definitionOf(EVENT_LIST, `/${slug}/events`, (field) => t(FIELD_LABELS[field]), options);
}
