import { filterWords } from "@/components/lists/filter-words";
import type { ListDefinition } from "@/components/lists/list-context";
import type { Text } from "@/components/text/text";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type ListAddress, listAddressHref, viewHref } from "@/core/filter/list-address";

/** Which filters let nothing through, and the way out of each. */
export async function NoMatch({
  view: { t, locale },
  list,
  address,
  without,
}: {
  view: { t: Text; locale: string };
  list: ListDefinition;
  address: ListAddress;
  /** How many there are without the filters: counted only when it is said. */
  without: () => string | Promise<string>;
}) {
  const { filters } = address;
  const words = filters.map((filter) => {
    const field = list.fields.find(({ name }) => name === filter.field);
    return field ? filterWords(field, filter, t, locale) : filter.field;
  });
  return (
    <EmptyState
      title={t("lists.noMatch", { filters: new Intl.ListFormat(locale).format(words) })}
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
                  {t("lists.removeOne", { filter: word })}
                </ButtonLink>
              ))
            : null}
          <ButtonLink href={viewHref(list.path, address, "")}>{t("lists.clearFilters")}</ButtonLink>
        </>
      }
    >
      {await without()}
    </EmptyState>
  );
}
