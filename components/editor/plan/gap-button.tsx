"use client";

import { Plus } from "lucide-react";
import { memo } from "react";
import { useText } from "@/components/text/text-provider";
import type { GapPlace } from "@/core/workflow/edit/gaps";
import { useEditor, useWorld } from "../editor-context";
import { gapWords, shortName, stageName } from "./plan-words";
import type { Commands } from "./use-commands";
import { useReader } from "./use-reader";

type Props = {
  place: GapPlace;
  commands: Commands;
  /** Only the ones beside the node that has the focus can be tabbed to. */
  tabbable: boolean;
  /** Where the steps being moved may go; undefined while nothing is moved. */
  drop: "no" | "may" | "here" | undefined;
};

/** The plus on a gap; while steps are moved, the place to drop them. */
export const GapButton = memo(function GapButton({ place, commands, tabbable, drop }: Props) {
  const t = useText();
  const reader = useReader();
  const { readOnly, store } = useWorld();
  const lastGap = useEditor(({ current }) => current === place.after?.key);
  if (readOnly || drop === "no") return null;
  const { after, stage, way } = place;
  const name =
    drop !== undefined
      ? t("editor.dropHere", { gap: gapWords(place, reader) })
      : after
        ? `${t("editor.addAfter", { step: shortName(after, reader) })}, ${stageName(stage, reader)}`
        : t("editor.addFirst", { list: way ?? stageName(stage, reader) });
  return (
    <button
      type="button"
      className="ft-plus"
      aria-label={name}
      data-near={lastGap}
      data-drop={drop}
      tabIndex={tabbable ? 0 : -1}
      onClick={() => {
        if (drop === undefined) return commands.askInsert(place);
        commands.drop(place);
        store.wish("plan");
      }}
    >
      <Plus aria-hidden="true" size={16} />
    </button>
  );
});
