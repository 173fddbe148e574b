"use client";

import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { MESSAGE_CLASSES } from "@/core/workflow/message-class";
import { useDocument, useWorld } from "../editor-context";

/** What the messages of a stage are; a notification, where nothing is said, is not written down. */
export function StageClass({ id }: { id: string }) {
  const t = useText();
  const { store, readOnly } = useWorld();
  const { stages } = useDocument().definition;
  const at = stages.findIndex((stage) => stage.id === id);
  const changed = (next: string) => {
    const value = next === "notification" ? undefined : next;
    store.edit({ do: "set_value", path: ["stages", at, "class"], value }, `class ${id}`);
  };
  return (
    <SelectField
      label={t("editor.stageClass")}
      hint={t("editor.stageClassHint")}
      data-field="class"
      disabled={readOnly}
      value={stages[at]?.class ?? "notification"}
      onChange={(event) => changed(event.target.value)}
    >
      {MESSAGE_CLASSES.map((name) => (
        <option key={name} value={name}>
          {t(`editor.class_${name}`)}
        </option>
      ))}
    </SelectField>
  );
}
