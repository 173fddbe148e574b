"use client";

import { ChevronDown, ChevronRight, CircleAlert } from "lucide-react";
import Link from "next/link";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { linesOf, type OrgLine, type OrgNode, searched } from "./org-node";

const INDENT_REM = 1.25;

/** A tree of the org with its search. Keys as in any tree: up, down, in, out, first, last, enter. */
export function OrgTree({ label, nodes }: { label: string; nodes: readonly OrgNode[] }) {
  const t = useText();
  const [words, setWords] = useState("");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const lines = linesOf(searched(nodes, words), (id) => words.trim() === "" && closed.has(id));
  const at = Math.max(
    0,
    lines.findIndex(({ node }) => node.id === current),
  );
  const fold = (id: string, isClosed: boolean) => {
    const next = new Set(closed);
    if (isClosed) next.add(id);
    else next.delete(id);
    setClosed(next);
  };
  const focus = (line: OrgLine | undefined) => {
    if (!line) return;
    setCurrent(line.node.id);
    const items = tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]');
    items?.[lines.indexOf(line)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[at];
    if (!line || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = line.node.below.length > 0 && !closed.has(line.node.id);
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const [inwards, outwards] = isRtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(lines[at + 1]),
      ArrowUp: () => focus(lines[at - 1]),
      Home: () => focus(lines[0]),
      End: () => focus(lines.at(-1)),
      [inwards]: () => (isOpen ? focus(lines[at + 1]) : fold(line.node.id, false)),
      [outwards]: () =>
        isOpen ? fold(line.node.id, true) : focus(lines.find(({ node }) => node.id === line.above)),
      Enter: () => tree.current?.querySelector<HTMLElement>('[tabindex="0"] a')?.click(),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div className="grid gap-2">
      <input
        type="search"
        className="ft-input max-w-80"
        aria-label={t("org.search", { tree: label })}
        placeholder={t("org.searchHint")}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {lines.length === 0 ? <p className="text-ft-2">{t("org.noMatch")}</p> : null}
      <div
        ref={tree}
        role="tree"
        aria-label={label}
        className="border-y border-ft-subtle bg-ft-surface"
        onKeyDown={onKeyDown}
      >
        {lines.map((line, i) => (
          <Item
            key={line.node.id}
            line={line}
            isCurrent={i === at}
            isClosed={words.trim() === "" && closed.has(line.node.id)}
            onFold={(isClosed) => fold(line.node.id, isClosed)}
            onFocus={() => setCurrent(line.node.id)}
          />
        ))}
      </div>
    </div>
  );
}

function Item({
  line: { node, level, place, size },
  isCurrent,
  isClosed,
  onFold,
  onFocus,
}: {
  line: OrgLine;
  isCurrent: boolean;
  isClosed: boolean;
  onFold: (isClosed: boolean) => void;
  onFocus: () => void;
}) {
  const words = useId();
  const hasBelow = node.below.length > 0;
  const Chevron = isClosed ? ChevronRight : ChevronDown;
  return (
    <div
      role="treeitem"
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={words}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={size}
      aria-expanded={hasBelow ? !isClosed : undefined}
      aria-selected={isCurrent}
      className="flex min-h-9 items-start gap-1 border-b border-ft-subtle py-1.5 pe-3 last:border-b-0"
      style={{ paddingInlineStart: `${Math.min(level - 1, 8) * INDENT_REM + 0.5}rem` }}
      onFocus={onFocus}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        className={`grid size-6 shrink-0 place-items-center text-ft-3 ${hasBelow ? "" : "invisible"}`}
        onClick={() => onFold(!isClosed)}
      >
        <Chevron size={16} className="rtl:-scale-x-100" />
      </button>
      <div id={words} className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
        <Link href={node.href} tabIndex={-1} className="font-medium hover:underline">
          {node.name}
        </Link>
        {node.detail === null ? null : <span className="text-ft-2">{node.detail}</span>}
        {node.notes.map(({ tone, text }) => (
          <span
            key={text}
            className={`flex items-center gap-1 text-xs ${tone === "due" ? "text-(--ft-due)" : "text-ft-3"}`}
          >
            {tone === "due" ? <CircleAlert aria-hidden="true" size={13} /> : null}
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
