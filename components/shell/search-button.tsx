"use client";

import { Search } from "lucide-react";
import { Keys } from "@/components/shortcuts/key-caps";
import { ariaKeys } from "@/components/shortcuts/key-names";
import { useIsMac } from "@/components/shortcuts/platform";
import { useText } from "@/components/text/text-provider";
import { showOverlay } from "./overlay";

/** Looks like the field it opens. */
export function SearchButton() {
  const t = useText();
  const mac = useIsMac();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaKeys("mod+k", mac)}
      className="ft-search-button"
      onClick={() => showOverlay("palette")}
    >
      <Search aria-hidden="true" size={14} />
      <span className="min-w-0 flex-1 truncate text-start">{t("shell.searchOrJump")}</span>
      <Keys keys="mod+k" />
    </button>
  );
}
