"use client";

import { memo } from "react";
import { AcceptedLines, useAccepted } from "../checks/node-accepted";
import { iconOf, KindIcon } from "../plan/kind-icon";
import { NodeMenu } from "../plan/node-menu";
import { useNodeState } from "../plan/node-parts";
import { FoundLines } from "../plan/node-texts";
import { nodeWords } from "../plan/plan-words";
import { CountLine, useNodeCount } from "../plan/step-count";
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
    const accepted = useAccepted(node.key);
    const flow = useNodeCount(node);
    const words = nodeWords(node, { found, cases: count }, reader);
    const behind = <RowGaps gaps={line.gaps} commands={commands} />;
    const base = { id: node.key, level, place, size, expanded, commands, behind };
    const tools = <NodeMenu node={node} commands={commands} tabbable={isCurrent} />;
    if (node.type === "stage") {
      return (
        <TreeRow {...base} tools={tools}>
          <b data-title className="font-semibold">
            {words}
          </b>
          <CountLine text={flow} />
        </TreeRow>
      );
    }
    if (node.type === "way") {
      return (
        <TreeRow {...base}>
          <span className="text-xs font-semibold text-ft-2">{words}</span>
          <CountLine text={flow} />
        </TreeRow>
      );
    }
    return (
      <TreeRow
        {...base}
        tools={tools}
        {...(found.length + accepted.length > 0 && {
          more: (
            <>
              <FoundLines found={found} />
              <AcceptedLines accepted={accepted} />
            </>
          ),
        })}
      >
        <KindIcon kind={iconOf(node.step)} />{" "}
        <span className={node.step.disabled ? "text-ft-3 line-through" : ""}>{words}</span>
        <CountLine text={flow} />
      </TreeRow>
    );
  },
  (a, b) => a.commands === b.commands && sameLine(a.line, b.line),
);
