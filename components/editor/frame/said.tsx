"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { showToast } from "@/components/ui/toast";
import { dropGaps } from "@/core/workflow/edit/gaps";
import { outlineOf } from "@/core/workflow/edit/outline";
import { useEditor, useWorld } from "../editor-context";
import type { EditorState, Happened } from "../editor-store";
import { happenedWords } from "../plan/happened-words";
import { gapWords } from "../plan/plan-words";
import { useReader } from "../plan/use-reader";

/** The one polite region of the editor: what was done, where one is, which gap a move is at. */
export function Said() {
  const t = useText();
  const reader = useReader();
  const { store } = useWorld();
  const happened = useEditor((state) => state.happened);
  const moving = useEditor((state) => state.moving);
  const [words, setWords] = useState("");
  // Said once: not again when only the words for things change, as they do while somebody types.
  const tell = useEffectEvent((what: Happened) => {
    const said = happenedWords(what, store.get(), reader);
    setWords(said);
    if (what.type === "refused") showToast(said, { failed: true });
  });
  const tellGap = useEffectEvent((moving: NonNullable<EditorState["moving"]>) => {
    const gaps = dropGaps(outlineOf(store.document.definition), new Set(moving.ids));
    const at = gaps.findIndex(({ key }) => key === moving.gap);
    const gap = gaps[at];
    if (!gap) return;
    setWords(t("editor.gapNow", { n: at + 1, total: gaps.length, gap: gapWords(gap, reader) }));
  });
  useEffect(() => {
    if (happened) tell(happened.what);
  }, [happened]);
  useEffect(() => {
    if (moving) tellGap(moving);
  }, [moving]);
  return (
    <>
      {moving ? <p className="ft-moving">{t("editor.movingHint")}</p> : null}
      <div role="status" aria-live="polite" className="sr-only">
        <span key={happened?.n}>{words}</span>
      </div>
    </>
  );
}
