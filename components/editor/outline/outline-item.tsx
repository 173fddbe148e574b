"use client";

import { memo } from "react";
import { iconOf, KindIcon } from "../plan/kind-icon";
import { NodeMenu } from "../plan/node-menu";
import { useNodeState } from "../plan/node-parts";
import { FoundLines } from "../plan/node-texts";
import { nodeWords } from "../plan/plan-words";
import type { Commands } from "../plan/use-commands";
import { useReader } from "../plan/use-reader";
import { type Line, sameLine } from "./lines";
import { RowGaps } from "./row-gaps";
import { TreeRow } from "./tree-row";

type Props = { line: Line; commands: Commands };

/** A stage, a step or a way as a row, with the gaps behind it. */
export const OutlineItem = memo(
  function OutlineItem({ line, commands }: Props) {
    const reader = useReader();
    const { node, level, place, size, expanded } = line.row;
    const { isCurrent, found, count } = useNodeState(node.key);
    const words = nodeWords(node, { found, cases: count }, reader);
    const behind = <RowGaps gaps={line.gaps} commands={commands} />;
    const base = { id: node.key, level, place, size, expanded, commands, behind };
    const tools = <NodeMenu node={node} commands={commands} tabbable={isCurrent} />;
    if (node.type === "stage") {
      return (
        <TreeRow {...base} tools={tools}>
          <b className="font-semibold">{words}</b>
        </TreeRow>
      );
    }
    if (node.type === "way") {
      return (
        <TreeRow {...base}>
          <span className="text-xs font-semibold text-ft-2">{words}</span>
        </TreeRow>
      );
    }
    return (
      <TreeRow
        {...base}
        tools={tools}
        {...(found.length > 0 && { more: <FoundLines found={found} /> })}
      >
        <KindIcon kind={iconOf(node.step)} />{" "}
        <span className={node.step.disabled ? "text-ft-3 line-through" : ""}>{words}</span>
      </TreeRow>
    );
  },
  (a, b) => a.commands === b.commands && sameLine(a.line, b.line),
);
