"use client";

import { useRouter } from "next/navigation";
import { EVERYWHERE } from "@/components/shortcuts/registry";
import { ShortcutSheet } from "@/components/shortcuts/shortcut-sheet";
import { ShortcutsListener } from "@/components/shortcuts/shortcuts-listener";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { useText } from "@/components/text/text-provider";
import { MoreSheet } from "./more-sheet";
import { NAV_ITEMS, navHref } from "./nav-items";
import { overlayShown, showOverlay, useOverlay } from "./overlay";
import { toggleTheme } from "./theme-store";

/** What works on every page of the console, and what those keys open. */
export function GlobalShortcuts({
  slug,
  onToggleSidebar,
}: {
  slug: string;
  onToggleSidebar: () => void;
}) {
  const t = useText();
  const router = useRouter();
  const overlay = useOverlay();
  const jumps = NAV_ITEMS.flatMap(({ key, label, path }) =>
    key
      ? [
          {
            keys: `g ${key}`,
            label: "shortcuts.goTo" as const,
            slots: { page: t(label) },
            run: () => router.push(navHref(slug, path)),
          },
        ]
      : [],
  );
  useShortcuts(EVERYWHERE, [
    {
      keys: "mod+k",
      label: "shortcuts.open",
      inDialog: overlay === "palette",
      run: () => showOverlay(overlayShown() === "palette" ? null : "palette"),
    },
    { keys: "/", label: "shortcuts.search", run: () => showOverlay("palette") },
    { keys: "?", label: "shortcuts.help", run: () => showOverlay("shortcuts") },
    { keys: "[", label: "shortcuts.sidebar", run: onToggleSidebar },
    { keys: "mod+.", label: "shortcuts.theme", inDialog: true, run: toggleTheme },
    ...jumps,
  ]);
  return (
    <>
      <ShortcutsListener />
      {overlay === "shortcuts" ? <ShortcutSheet onClose={() => showOverlay(null)} /> : null}
      {overlay === "more" ? <MoreSheet slug={slug} /> : null}
    </>
  );
}
