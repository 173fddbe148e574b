"use client";

import { useMemo } from "react";
import { useText } from "@/components/text/text-provider";
import { useDocument, useEditor, useOutline } from "../editor-context";
import { startName, stopsName } from "../plan/plan-words";
import type { Commands } from "../plan/use-commands";
import { usePlanView } from "../plan/use-plan-view";
import { useReader } from "../plan/use-reader";
import { linesOf } from "./lines";
import { OutlineItem } from "./outline-item";
import { TreeRow } from "./tree-row";

/** The plan as a tree that edits every workflow: what a screen reader and a phone work with. */
export function OutlineView({ commands, isMain }: { commands: Commands; isMain: boolean }) {
  const t = useText();
  const reader = useReader();
  const outline = useOutline();
  const { definition } = useDocument();
  const collapsed = useEditor((state) => state.collapsed);
  const lines = useMemo(() => linesOf(outline, collapsed), [outline, collapsed]);
  const view = usePlanView("outline", commands, isMain);
  const top = { level: 1, size: outline.length + 2, expanded: undefined, commands };
  return (
    <div className="ft-outline">
      <div
        role="tree"
        aria-multiselectable="true"
        aria-label={t("editor.outline")}
        {...view}
        className="grid py-2"
      >
        <TreeRow {...top} id="stops" place={1}>
          {`${t("editor.stops")}. ${stopsName(definition, reader)}`}
        </TreeRow>
        <TreeRow {...top} id="start" place={2}>
          {startName(definition, reader)}
        </TreeRow>
        {lines.map((line) => (
          <OutlineItem key={line.row.node.key} line={line} commands={commands} />
        ))}
      </div>
    </div>
  );
}
