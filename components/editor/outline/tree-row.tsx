"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useWorld } from "../editor-context";
import { useNodeState } from "../plan/node-parts";
import type { Commands } from "../plan/use-commands";

/** Pixels a level stands further in. */
export const INDENT = 20;

type Props = {
  id: string;
  level: number;
  place: number;
  size: number;
  expanded: boolean | undefined;
  commands: Commands;
  /** What more is said of it, below its words. */
  more?: ReactNode;
  /** The row's own buttons. */
  tools?: ReactNode;
  /** The gaps behind it. */
  behind?: ReactNode;
  /** Its words: what is read out. */
  children: ReactNode;
};

/** One row of the tree: its words, and its tools while it has the focus or the pointer. */
export function TreeRow(props: Props) {
  const { id, level, place, size, expanded, commands, more, tools, behind, children } = props;
  const { store } = useWorld();
  const { isCurrent, isChosen, isMoved } = useNodeState(id);
  const words = useId();
  const Chevron = expanded ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys
    <div
      role="treeitem"
      data-plan={id}
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={more ? `${words} ${words}-more` : words}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={size}
      aria-expanded={expanded}
      aria-selected={isCurrent || isChosen}
      data-moved={isMoved}
      className="ft-tree-item"
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("button")) return;
        if (event.shiftKey) return commands.chooseTo(id);
        commands.focus(id);
      }}
      onMouseDown={(event) => {
        // Text would be marked, and the focus gone from where choosing begins.
        if (event.shiftKey) event.preventDefault();
      }}
      onDoubleClick={(event) => {
        const isTitle = event.target instanceof Element && event.target.closest("[data-title]");
        if (isTitle) commands.rename(id);
        else store.wish("inspector");
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isCurrent) store.set({ current: id });
      }}
    >
      <div className="ft-tree-line" style={{ paddingInlineStart: `${(level - 1) * INDENT + 8}px` }}>
        <button
          type="button"
          className="ft-tree-fold"
          tabIndex={-1}
          aria-hidden="true"
          hidden={expanded === undefined}
          onClick={() => commands.collapse(id, expanded === true)}
        >
          <Chevron size={16} />
        </button>
        <div className="ft-tree-row">
          <div id={words}>{children}</div>
          {more ? <div id={`${words}-more`}>{more}</div> : null}
        </div>
        {tools}
      </div>
      {behind}
    </div>
  );
}
