"use client";

import { Maximize2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useList } from "./list-context";
import { useListShortcuts } from "./list-shortcuts";

/** Beside the list, on a narrow screen above its lower half: one row looked into. */
export function PeekPanel({
  label,
  href,
  children,
}: {
  label: string;
  /** The row's own page. */
  href: string;
  children: ReactNode;
}) {
  const t = useText();
  const { go } = useList();
  const close = () => go({ peek: undefined }, "replace");
  useListShortcuts([{ keys: "escape", label: "lists.closePeek", run: close, onlyKeys: true }]);
  return (
    <aside className="ft-peek" aria-label={label}>
      <div className="ft-peek-bar">
        <ButtonLink href={href} size="sm">
          <Maximize2 aria-hidden="true" />
          {t("lists.openPage")}
        </ButtonLink>
        <span className="ms-auto">
          <IconButton size="sm" label={t("lists.closePeek")} onPress={close}>
            <X aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      <div className="ft-peek-body">{children}</div>
    </aside>
  );
}
