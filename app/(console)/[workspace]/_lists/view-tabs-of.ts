import type { ViewTab } from "@/components/lists/view-tabs";
import { paramsOf } from "@/core/filter/address";
import { type ListSpec, readListAddress, viewQuery } from "@/core/filter/list-address";
import type { SavedView } from "@/db/queries/saved-views";

/** A view that everybody has: its name in the reader's language and its address. */
export type SystemView = { id: string; name: string; query: string };

/** The views that come with the product, in their order. */
export const systemViewsOf = <V extends string>(
  views: Readonly<Record<V, string>>,
  name: (id: V) => string,
): SystemView[] =>
  (Object.keys(views) as V[]).map((id) => ({ id, name: name(id), query: views[id] }));

/** Everybody's views, then the operator's own and the shared ones. */
export function viewTabs(
  spec: ListSpec,
  system: readonly SystemView[],
  saved: readonly SavedView[],
  operatorId: string,
): ViewTab[] {
  const canonical = (query: string) => viewQuery(spec, readListAddress(spec, paramsOf(query)));
  return [
    ...system.map(({ id, name, query }) => ({
      id,
      name,
      query: canonical(query),
      own: false,
      shared: true,
      system: true,
    })),
    ...saved.map(({ id, name, query, shared, operatorId: maker }) => ({
      id,
      name,
      query: canonical(query),
      own: maker === operatorId,
      shared,
      system: false,
    })),
  ];
}
