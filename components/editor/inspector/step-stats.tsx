"use client";

import Link from "next/link";
import { useText } from "@/components/text/text-provider";
import type { StepNode } from "@/core/workflow/edit/outline";
import { useEditor, useWorld } from "../editor-context";

/** Who stands at this step now, with the list of them. */
export function StepStats({ node }: { node: StepNode }) {
  const t = useText();
  const { slug, workflow } = useWorld();
  const count = useEditor(({ counts }) => counts.get(node.key) ?? 0);
  if (count === 0) return <p className="text-ft-2">{t("editor.statsNone")}</p>;
  const query = new URLSearchParams({ status: "open", workflow, stage: node.stage });
  return (
    <div className="grid gap-2">
      <p>
        <span className="ft-label block">{t("editor.statsLive")}</span>
        <span className="ft-figures text-xl font-semibold">{count}</span>
      </p>
      <Link className="ft-link" href={`/${slug}/cases?${query}`}>
        {t("editor.openList")}
      </Link>
    </div>
  );
}
