import { PeekPanel } from "@/components/lists/peek-panel";
import type { ListName } from "@/core/operator/list-name";
import type { PageView } from "../page-view";

/** The panel beside a list when the address looks into a row that is not there. */
export function PeekGone({
  view: { t, slug },
  list,
  peek,
  children,
}: {
  view: PageView;
  /** Where the panel's link leads. */
  list: ListName;
  peek: string;
  /** A sentence that says so. */
  children: string;
}) {
  return (
    <PeekPanel label={t("lists.peekLabel", { ref: peek })} href={`/${slug}/${list}`}>
      <p>{children}</p>
    </PeekPanel>
  );
}
