"use client";

import { useEffect, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { showToast } from "@/components/ui/toast";
import { dropGaps } from "@/core/workflow/edit/gaps";
import { outlineOf } from "@/core/workflow/edit/outline";
import { useEditor, useWorld } from "../editor-context";
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
  useEffect(() => {
    if (!happened) return;
    const said = happenedWords(happened.what, store.get(), reader);
    setWords(said);
    if (happened.what.type === "refused") showToast(said, { failed: true });
  }, [happened, store, reader]);
  useEffect(() => {
    if (!moving) return;
    const gaps = dropGaps(outlineOf(store.document.definition), new Set(moving.ids));
    const at = gaps.findIndex(({ key }) => key === moving.gap);
    const gap = gaps[at];
    if (!gap) return;
    setWords(t("editor.gapNow", { n: at + 1, total: gaps.length, gap: gapWords(gap, reader) }));
  }, [moving, store, reader, t]);
  return (
    <>
      {moving ? <p className="ft-moving">{t("editor.movingHint")}</p> : null}
      <div role="status" aria-live="polite" className="sr-only">
        {words}
      </div>
    </>
  );
}
