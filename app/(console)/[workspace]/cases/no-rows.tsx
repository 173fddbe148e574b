import "server-only";
import type { ListDefinition } from "@/components/lists/list-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ME, MINE } from "@/core/filter/case-fields";
import type { ListAddress } from "@/core/filter/list-address";
import { countCases } from "@/db/queries/cases";
import type { Me } from "@/db/queries/operator-person";
import { ctx } from "@/server/boot";
import { NoMatch } from "../_lists/no-match";
import type { PageView } from "../page-view";
import { COUNTED_MAX } from "./load-list";

export function FirstUse({ view: { t, slug } }: { view: PageView }) {
  return (
    <EmptyState
      title={t("cases.listFirstTitle")}
      actions={
        <>
          <ButtonLink href={`/${slug}/settings/api-keys`} look="primary">
            {t("cases.listFirstEvent")}
          </ButtonLink>
          <ButtonLink href={`/${slug}/workflows`}>{t("cases.listFirstByHand")}</ButtonLink>
        </>
      }
    >
      {t("cases.listFirstText")}
    </EmptyState>
  );
}

/** What to do when the filters let nothing through. */
export async function NoCases({
  view,
  list,
  address,
  me,
}: {
  view: PageView;
  list: ListDefinition;
  address: ListAddress;
  me: Me;
}) {
  const { t, workspaceId } = view;
  const asksForMe = address.filters.some(
    ({ values }) => values.includes(ME) || values.includes(MINE),
  );
  const n = await countCases(ctx.db, workspaceId, {}, COUNTED_MAX);
  return (
    <NoMatch view={view} list={list} address={address}>
      {asksForMe && me.personId === null ? t("cases.listNobody") : t("cases.listWithout", { n })}
    </NoMatch>
  );
}
