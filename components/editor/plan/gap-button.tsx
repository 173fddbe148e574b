"use client";

import { Plus } from "lucide-react";
import { memo } from "react";
import { useText } from "@/components/text/text-provider";
import { type GapPlace, sameGap } from "@/core/workflow/edit/gaps";
import { listKey } from "@/core/workflow/edit/list-at";
import { useEditor, useWorld } from "../editor-context";
import type { EditorState } from "../editor-store";
import { gapWords, shortName, stageName } from "./plan-words";
import type { Commands } from "./use-commands";
import { useReader } from "./use-reader";

/** Where the steps being moved may go; undefined while nothing is moved. */
type Drop = "no" | "may" | "here" | undefined;

function dropOf({ moving }: EditorState, key: string): Drop {
  if (!moving) return undefined;
  if (!moving.allowed.has(key)) return "no";
  return moving.gap === key ? "here" : "may";
}

/** The plus on a gap; while steps are moved, the place to drop them. */
export const GapButton = memo(
  function GapButton({ place, commands }: { place: GapPlace; commands: Commands }) {
    const t = useText();
    const reader = useReader();
    const { readOnly, store } = useWorld();
    const { after, stage, way, key, list } = place;
    // Only the one behind the node that has the focus can be tabbed to.
    const isNear = useEditor(({ current }) => current === (after?.key ?? listKey(list)));
    const drop = useEditor((state) => dropOf(state, key));
    if (readOnly || drop === "no") return null;
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
        data-near={isNear}
        data-drop={drop}
        tabIndex={isNear || drop !== undefined ? 0 : -1}
        onClick={() => {
          if (drop === undefined) return commands.askInsert(place);
          commands.drop(place);
          store.wish("plan");
        }}
      >
        <Plus aria-hidden="true" size={16} />
      </button>
    );
  },
  (a, b) => a.commands === b.commands && sameGap(a.place, b.place),
);
