import "server-only";
import { filterWords } from "@/components/lists/filter-words";
import type { ListDefinition } from "@/components/lists/list-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ME, MINE } from "@/core/filter/case-fields";
import { type ListAddress, listAddressHref } from "@/core/filter/list-address";
import { countCases } from "@/db/queries/cases";
import type { Me } from "@/db/queries/operator-person";
import { ctx } from "@/server/boot";
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

/** Which filters let nothing through, and the way out of each. */
export async function NoMatch({
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
  const { t, locale, workspaceId } = view;
  const { filters } = address;
  const words = filters.map((filter) => {
    const field = list.fields.find(({ name }) => name === filter.field);
    return field ? filterWords(field, filter, t, locale) : filter.field;
  });
  const asksForMe = filters.some(({ values }) => values.includes(ME) || values.includes(MINE));
  const n = await countCases(ctx.db, workspaceId, {}, COUNTED_MAX);
  return (
    <EmptyState
      title={t("cases.listNoMatch", { filters: new Intl.ListFormat(locale).format(words) })}
      actions={
        <>
          {filters.length > 1
            ? words.map((word, at) => (
                <ButtonLink
                  key={word}
                  href={listAddressHref(list.path, list, address, {
                    filters: filters.toSpliced(at, 1),
                  })}
                >
                  {t("cases.listRemove", { filter: word })}
                </ButtonLink>
              ))
            : null}
          <ButtonLink href={list.path}>{t("lists.clearFilters")}</ButtonLink>
        </>
      }
    >
      {asksForMe && me.personId === null ? t("cases.listNobody") : t("cases.listWithout", { n })}
    </EmptyState>
  );
}
