import Link from "next/link";
import type { MessageRow } from "@/db/queries/messages";
import type { PageView } from "../../page-view";
import { messageTitle } from "../message-title";

type Other = Pick<MessageRow, "id" | "content" | "template">;

/** The other messages that a message left with: those it carried, or the one that carried it. */
export function LeftTogether({
  carried,
  carrier,
  view: { slug, t },
}: {
  carried: readonly Other[];
  carrier: Other | undefined;
  view: Pick<PageView, "slug" | "t">;
}) {
  const hrefOf = ({ id }: Other) => `/${slug}/messages/${id}`;
  if (carrier) {
    return (
      <p>
        {t.rich("frequency.carriedBy", {
          title: messageTitle(carrier),
          link: (inner) => (
            <Link key="carrier" className="ft-link" href={hrefOf(carrier)}>
              {inner}
            </Link>
          ),
        })}
      </p>
    );
  }
  return (
    <>
      <p>{t("frequency.carries", { n: carried.length })}</p>
      <ul className="grid gap-1">
        {carried.map((other) => (
          <li key={other.id}>
            <Link className="ft-link [overflow-wrap:anywhere]" href={hrefOf(other)}>
              {messageTitle(other)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
