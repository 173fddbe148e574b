import type { ListDefinition } from "@/components/lists/list-context";
import type { Text } from "@/components/text/text";
import { Note } from "@/components/ui/note";
import type { ListAddress } from "@/core/filter/list-address";

/** Says which values of the address filter nothing, because their field has no such value. */
export function UnreadValues({
  list,
  address: { unread = [] },
  t,
}: {
  list: ListDefinition;
  address: ListAddress;
  t: Text;
}) {
  if (unread.length === 0) return null;
  const labelOf = (name: string) => list.fields.find((field) => field.name === name)?.label ?? name;
  return (
    <div className="mt-2">
      <Note>
        {unread
          .map(({ field, value }) => t("lists.unread", { value, field: labelOf(field) }))
          .join(" ")}
      </Note>
    </div>
  );
}
