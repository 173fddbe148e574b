import "server-only";
import type { ListDefinition } from "@/components/lists/list-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListAddress } from "@/core/filter/list-address";
import { countWorkflows } from "@/db/queries/workflow-pages";
import { ctx } from "@/server/boot";
import { NoMatch } from "../_lists/no-match";
import type { PageView } from "../page-view";
import { COUNTED_MAX } from "./load-workflows";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("workflows.empty")}
      actions={
        <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
          {t("workflows.createKey")}
        </ButtonLink>
      }
    >
      {t.rich("workflows.emptyBody", { code: (inner) => <code key="code">{inner}</code> })}
    </EmptyState>
  );
}

/** What to do when the filters let no workflow through. */
export async function NoWorkflows({
  view,
  list,
  address,
}: {
  view: PageView;
  list: ListDefinition;
  address: ListAddress;
}) {
  const n = await countWorkflows(ctx.db, view.workspaceId, [], COUNTED_MAX);
  return (
    <NoMatch view={view} list={list} address={address}>
      {view.t("workflows.listAll", { n })}
    </NoMatch>
  );
}
