import "server-only";
import type { ListDefinition } from "@/components/lists/list-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListAddress } from "@/core/filter/list-address";
import { countMessages } from "@/db/queries/messages";
import { ctx } from "@/server/boot";
import { NoMatch } from "../_lists/no-match";
import type { PageView } from "../page-view";
import { COUNTED_MAX } from "./load-list";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("messages.empty")}
      actions={
        <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
          {t("messages.firstEvent")}
        </ButtonLink>
      }
    >
      {t("messages.emptyBody")}
    </EmptyState>
  );
}

/** What to do when the filters let nothing through. */
export async function NoMessages({
  view,
  list,
  address,
}: {
  view: PageView;
  list: ListDefinition;
  address: ListAddress;
}) {
  const n = await countMessages(ctx.db, view.workspaceId, {}, COUNTED_MAX);
  return (
    <NoMatch view={view} list={list} address={address}>
      {view.t("messages.without", { n })}
    </NoMatch>
  );
}
