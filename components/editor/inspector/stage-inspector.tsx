"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { StageNode } from "@/core/workflow/edit/outline";
import { useWorld } from "../editor-context";
import { StageClass } from "./stage-class";

const STAGE_NAME_MAX = 80;

/** A stage's name, and where to add to it; the two endings keep theirs. */
export function StageInspector({ node }: { node: StageNode }) {
  const t = useText();
  const { store, readOnly, commands } = useWorld();
  const [name, setName] = useState(node.name);
  const changed = (next: string) => {
    setName(next);
    if (next.trim() === "" || node.ending) return;
    store.edit({ do: "rename_stage", id: node.id, name: next }, `stage ${node.id}`);
  };
  return (
    <div className="grid gap-4">
      {node.ending ? (
        <p className="text-ft-2">
          {t(node.ending === "resolution" ? "editor.resolutionSays" : "editor.expirySays")}
        </p>
      ) : (
        <TextField
          label={t("editor.stageName")}
          data-field="name"
          maxLength={STAGE_NAME_MAX}
          readOnly={readOnly}
          value={name}
          {...(name.trim() === "" && { error: t("editor.stageNeedsName") })}
          onChange={(event) => changed(event.target.value)}
        />
      )}
      {node.ending ? null : <StageClass id={node.id} />}
      {readOnly ? null : (
        <Button onPress={() => commands.insertBeside(node.key, "after")}>
          {t("editor.addIn")}
        </Button>
      )}
    </div>
  );
}
