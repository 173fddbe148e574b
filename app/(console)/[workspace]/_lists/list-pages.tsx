import type { ListDefinition } from "@/components/lists/list-context";
import { MoreLink } from "@/components/ui/more-link";
import { type ListAddress, listAddressHref } from "@/core/filter/list-address";

/** The way through a list's pages. */
export function ListPages({
  list,
  address,
  nextCursor,
  noun,
}: {
  list: ListDefinition;
  address: ListAddress;
  nextCursor: string | null;
  /** "cases", in the reader's language. */
  noun: string;
}) {
  const hrefOf = (cursor: string | undefined) =>
    listAddressHref(list.path, list, address, { cursor, peek: undefined });
  return (
    <MoreLink
      noun={noun}
      nextHref={nextCursor === null ? undefined : hrefOf(nextCursor)}
      firstHref={address.cursor === undefined ? undefined : hrefOf(undefined)}
    />
  );
}
