"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";

const entriesIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>("article") ?? []),
];

/** The keys of the timeline: entry by entry, why, the message, the next planned one. */
export function TimelineKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  /** The entry with the focus; without one the newest that has what is asked for. */
  const press = (selector: string) => {
    const here = document.activeElement?.closest("article");
    const entries = here && root.current?.contains(here) ? [here] : entriesIn(root.current);
    for (const entry of entries) {
      const control = entry.querySelector<HTMLElement>(selector);
      if (!control) continue;
      control.scrollIntoView({ block: "nearest" });
      control.click();
      return;
    }
  };
  const goTo = (entry: HTMLElement | undefined | null) => {
    entry?.closest("details")?.setAttribute("open", "");
    entry?.focus();
    entry?.scrollIntoView({ block: "nearest" });
  };
  const toNext = () => goTo(root.current?.querySelector<HTMLElement>("article[data-next]"));
  useShortcuts("shortcuts.case", [
    { keys: "v", label: "case.previewMessage", run: () => press("[data-message] summary") },
    { keys: "y", label: "case.why", run: () => press("[data-why]") },
    { keys: "t", label: "case.toNext", run: toNext },
  ]);
  const move = (event: KeyboardEvent) => {
    if (event.key !== "PageDown" && event.key !== "PageUp") return;
    const entries = entriesIn(root.current).filter((entry) => entry.offsetParent !== null);
    const here = document.activeElement?.closest("article") as HTMLElement | null;
    const next = entries[(here ? entries.indexOf(here) : -1) + (event.key === "PageDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the list within, as the feed pattern has them.
    <div ref={root} onKeyDown={move}>
      {children}
    </div>
  );
}
