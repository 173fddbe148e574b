"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { useContent } from "./editor-context";

/** One of several things in an order: moved and taken away by buttons, or by Alt and an arrow from inside. */
export function ItemCard({
  item,
  name,
  title,
  icon,
  first,
  last,
  onMove,
  onRemove,
  children,
}: {
  item: string;
  /** Tells it from the others: "Text 2". */
  name: string;
  title: string;
  icon?: ReactNode;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove?: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const { readOnly } = useContent();
  const card = useRef<HTMLElement>(null);
  return (
    <section
      ref={card}
      data-item={item}
      aria-label={name}
      tabIndex={-1}
      className="rounded-lg border border-ft-border bg-ft-surface"
      onKeyDown={(event) => {
        if (readOnly || !event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === "ArrowUp" && !first) onMove(-1);
        else if (event.key === "ArrowDown" && !last) onMove(1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="flex min-h-9 items-center gap-2 border-b border-ft-subtle ps-3 pe-1 text-xs text-ft-3">
        {icon}
        <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
        {readOnly ? null : (
          <div className="flex">
            {first && last ? null : (
              <>
                <IconButton
                  label={t("contents.moveUp", { name })}
                  size="sm"
                  isDisabled={first}
                  onPress={() => onMove(-1)}
                >
                  <ArrowUp aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={t("contents.moveDown", { name })}
                  size="sm"
                  isDisabled={last}
                  onPress={() => onMove(1)}
                >
                  <ArrowDown aria-hidden="true" />
                </IconButton>
              </>
            )}
            {onRemove ? (
              <IconButton
                label={t("contents.remove", { name })}
                size="sm"
                onPress={() => {
                  neighbour(card.current)?.focus();
                  onRemove();
                }}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            ) : null}
          </div>
        )}
      </div>
      <div className="grid gap-3 p-3">{children}</div>
    </section>
  );
}

/** Where the focus goes when a card is taken away: never to nowhere. */
function neighbour(card: HTMLElement | null): HTMLElement | null {
  const group = card?.closest("fieldset");
  if (!card || !group) return null;
  const cards = [...group.querySelectorAll<HTMLElement>("[data-item]")];
  const at = cards.indexOf(card);
  const last = [...group.querySelectorAll<HTMLElement>("button")].at(-1) ?? null;
  return cards[at + 1] ?? cards[at - 1] ?? last;
}
