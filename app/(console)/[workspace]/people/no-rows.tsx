import "server-only";
import type { ListDefinition } from "@/components/lists/list-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListAddress } from "@/core/filter/list-address";
import { countPeople } from "@/db/queries/people-pages";
import { ctx } from "@/server/boot";
import { NoMatch } from "../_lists/no-match";
import type { PageView } from "../page-view";
import { COUNTED_MAX } from "./load-people";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("people.emptyTitle")}
      actions={
        <ButtonLink href={`/${slug}/events`} look="primary">
          {t("people.emptyEvent")}
        </ButtonLink>
      }
    >
      {t("people.emptyBody")}
    </EmptyState>
  );
}

/** What to do when the filters let nobody through. */
export async function NoPeople({
  view,
  list,
  address,
}: {
  view: PageView;
  list: ListDefinition;
  address: ListAddress;
}) {
  const n = await countPeople(ctx.db, view.workspaceId, [], COUNTED_MAX);
  return (
    <NoMatch view={view} list={list} address={address}>
      {view.t("people.without", { n })}
    </NoMatch>
  );
}
