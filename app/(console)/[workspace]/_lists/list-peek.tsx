import { type ReactNode, Suspense } from "react";
import { PeekPanel } from "@/components/lists/peek-panel";
import type { Text } from "@/components/text/text";
import { SkeletonRows } from "@/components/ui/skeleton";

const LINES = 6;

/** The panel beside the list; its frame is there before what it shows is known. */
export function ListPeek({
  peek,
  path,
  t,
  children,
}: {
  /** The row's `ref`, from the address. */
  peek: string;
  path: string;
  t: Text;
  /** A `PeekPanel`. */
  children: ReactNode;
}) {
  return (
    <Suspense
      key={peek}
      fallback={
        <PeekPanel
          label={t("lists.peekLabel", { ref: peek })}
          href={`${path}/${encodeURIComponent(peek)}`}
        >
          <SkeletonRows rows={LINES} label={t("lists.peekLoading")} />
        </PeekPanel>
      }
    >
      {children}
    </Suspense>
  );
}
