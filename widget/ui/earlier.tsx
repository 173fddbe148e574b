/** @jsxImportSource preact */
import type { InboxItem } from "@/core/contracts/inbox";
import { Blocks } from "./blocks";
import type { Desk } from "./desk";

type Props = { desk: Desk; items: readonly InboxItem[]; now: number };

/** The earlier messages of a matter, to be read. */
export function Earlier({ desk, items, now }: Props) {
  return (
    <ol class="earlier">
      {items.map((item) => (
        <li key={item.id}>
          <p class="strong" dir="auto">
            {item.title}
          </p>
          <div class="body" dir="auto">
            <Blocks body={item.body} />
          </div>
          <time dateTime={item.arrivedAt} lang={desk.locale}>
            {desk.moments.short(Date.parse(item.arrivedAt), now)}
          </time>
        </li>
      ))}
    </ol>
  );
}
