"use client";

import { useText } from "@/components/text/text-provider";
import { RelativeNow } from "@/components/ui/relative-now";
import type { SaveState } from "../draft-saver";

/** Whether what is shown is stored, always in sight, never a toast. */
export function SaveWords({ save }: { save: SaveState }) {
  const t = useText();
  switch (save.is) {
    case "same":
      return t("editor.saved");
    case "saved":
      return t.rich("editor.savedAgo", {
        ago: <RelativeNow key="ago" at={save.at} now={save.at} ticking />,
      });
    case "waiting":
      return t("editor.unsaved");
    case "saving":
      return t("editor.saving");
    case "offline":
      return t("editor.offline", { n: save.changes });
    case "failed":
      return t("editor.saveFailed", { why: save.why });
    default:
      return save.by === null ? t("editor.changedBy") : t("editor.changedByWho", { name: save.by });
  }
}
