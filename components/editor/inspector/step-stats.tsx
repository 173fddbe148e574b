"use client";

import Link from "next/link";
import { useText } from "@/components/text/text-provider";
import type { StepNode } from "@/core/workflow/edit/outline";
import { useWorld } from "../editor-context";
import { StepFlowTable } from "./step-flow-table";

/** Who stands at this step now, with the list of them, and what became of those who came. */
export function StepStats({ node }: { node: StepNode }) {
  const t = useText();
  const { slug, workflow, counts } = useWorld();
  const count = counts.get(node.key) ?? 0;
  const query = new URLSearchParams({ status: "open", workflow, stage: node.stage });
  return (
    <div className="grid gap-6">
      {count === 0 ? (
        <p className="text-ft-2">{t("editor.statsNone")}</p>
      ) : (
        <div className="grid gap-2">
          <p>
            <span className="ft-label block">{t("editor.statsLive")}</span>
            <span className="ft-figures text-xl font-semibold">{count}</span>
          </p>
          <Link className="ft-link" href={`/${slug}/cases?${query}`}>
            {t("editor.openList")}
          </Link>
        </div>
      )}
      <StepFlowTable node={node} />
    </div>
  );
}
