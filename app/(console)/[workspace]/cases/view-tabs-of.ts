import type { ViewTab } from "@/components/lists/view-tabs";
import type { Text } from "@/components/text/text";
import { paramsOf } from "@/core/filter/address";
import { CASE_LIST, CASE_VIEWS, type CaseView } from "@/core/filter/case-fields";
import { viewQuery } from "@/core/filter/list-address";
import type { SavedView } from "@/db/queries/saved-views";
import { VIEW_LABELS } from "./case-words";
import { casesAddress } from "./search-params";

const canonical = (query: string): string => viewQuery(CASE_LIST, casesAddress(paramsOf(query)));

/** Everybody's views, then the operator's own and the shared ones. */
export function viewTabs(saved: readonly SavedView[], operatorId: string, t: Text): ViewTab[] {
  const system = (Object.keys(CASE_VIEWS) as CaseView[]).map((id) => ({
    id,
    name: t(VIEW_LABELS[id]),
    query: canonical(CASE_VIEWS[id]),
    own: false,
    shared: true,
    system: true,
  }));
  const others = saved.map(({ id, name, query, shared, operatorId: maker }) => ({
    id,
    name,
    query: canonical(query),
    own: maker === operatorId,
    shared,
    system: false,
  }));
  return [...system, ...others];
}
