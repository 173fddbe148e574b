import "server-only";
import type { ListDefinition } from "@/components/lists/list-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListAddress } from "@/core/filter/list-address";
import { countEvents } from "@/db/queries/events";
import { ctx } from "@/server/boot";
import { NoMatch } from "../_lists/no-match";
import type { PageView } from "../page-view";
import { COUNTED_MAX } from "./load-list";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("events.emptyTitle")}
      actions={<ButtonLink href={`/${slug}/settings/api-keys`}>{t("events.emptyKeys")}</ButtonLink>}
    >
      {t("events.emptyBody")}
    </EmptyState>
  );
}

/** What to do when the filters let nothing through. */
export async function NoEvents({
  view,
  list,
  address,
}: {
  view: PageView;
  list: ListDefinition;
  address: ListAddress;
}) {
  const n = await countEvents(ctx.db, view.workspaceId, {}, COUNTED_MAX);
  return (
    <NoMatch view={view} list={list} address={address}>
      {view.t("events.without", { n })}
    </NoMatch>
  );
}
