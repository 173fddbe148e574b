import Link from "next/link";
import type { ListDefinition } from "@/components/lists/list-context";
import type { Text } from "@/components/text/text";
import { Note } from "@/components/ui/note";
import type { Unread } from "@/core/filter/address";
import { type ListAddress, listAddressHref } from "@/core/filter/list-address";

/** Says which values of the address filter nothing, and takes them out of it. */
export function UnreadValues({
  list,
  address,
  sentenceOf,
  t,
}: {
  list: ListDefinition;
  address: ListAddress;
  /** Why a value filters nothing; without it, because its field has no such value. */
  sentenceOf?: ((unread: Unread) => string | undefined) | undefined;
  t: Text;
}) {
  const { unread = [] } = address;
  if (unread.length === 0) return null;
  const labelOf = (name: string) => list.fields.find((field) => field.name === name)?.label ?? name;
  const sentences = unread.map(
    (one) =>
      sentenceOf?.(one) ?? t("lists.unread", { value: one.value, field: labelOf(one.field) }),
  );
  return (
    <div className="mt-2">
      <Note>
        {[...new Set(sentences)].join(" ")}{" "}
        <Link href={listAddressHref(list.path, list, address, {})} className="ft-link">
          {t("lists.clearUnread")}
        </Link>
      </Note>
    </div>
  );
}
