import "server-only";
import { COUNTED_MAX } from "@/core/filter/counted";
import type { ListAddress } from "@/core/filter/list-address";
import { countEvents, listEvents } from "@/db/queries/events";
import { listSavedViews } from "@/db/queries/saved-views";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { listLabels } from "./event-list";
import { eventFilter } from "./search-params";

/** Everything the page of events shows. */
export async function loadList(view: PageView, { filters, size, cursor, sort }: ListAddress) {
  const { workspaceId, member, now, viewerZone } = view;
  const filter = eventFilter(filters, { now, viewerZone });
  const [matching, labels, views] = await Promise.all([
    countEvents(ctx.db, workspaceId, filter, COUNTED_MAX),
    listLabels(view, filters),
    listSavedViews(ctx.db, workspaceId, member.operatorId, "events"),
  ]);
  // Finding nothing in the order of the list means reading all of it.
  const found =
    matching === 0
      ? { rows: [], nextCursor: null }
      : await listEvents(ctx.db, workspaceId, filter, { limit: size, cursor }, sort.desc);
  return { ...found, matching, labels, views };
}
