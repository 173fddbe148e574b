"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { ConfirmDialog } from "./dialog";
import { leavesFor } from "./leaves-page";

/** Asks before a page with something unsaved is left by one of its links, or for another site. */
export function LeaveGuard({ isUnsaved, onLeave }: { isUnsaved: boolean; onLeave?: () => void }) {
  const t = useText();
  const router = useRouter();
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const pressed = (event: MouseEvent) => {
      const anchor =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      const next = anchor && leavesFor(event, anchor, window.location.href);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(next);
    };
    window.addEventListener("beforeunload", ask);
    document.addEventListener("click", pressed, true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", pressed, true);
    };
  }, [isUnsaved]);
  return (
    <ConfirmDialog
      open={to !== null}
      onOpenChange={(open) => open || setTo(null)}
      title={t("ui.leaveTitle")}
      verb={t("ui.leave")}
      danger
      onConfirm={() => {
        if (to === null) return;
        setTo(null);
        onLeave?.();
        router.push(to);
      }}
    >
      <p>{t("ui.leaveMeans")}</p>
    </ConfirmDialog>
  );
}
