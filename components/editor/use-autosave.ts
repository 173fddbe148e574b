"use client";

import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { SECOND_MS } from "@/core/time";
import { documentText, type WorkflowDocument } from "@/core/workflow/edit/document";
import { present } from "@/core/workflow/edit/history";
import type { DraftState, EditorActions } from "./editor-actions";
import type { EditorStore } from "./editor-store";
import { keep } from "./kept-history";

const AFTER_MS = 800;
const KEEP_AFTER_MS = 300;
const AGAIN_MS = 5 * SECOND_MS;
const LOOK_MS = 20 * SECOND_MS;

export type SaveState =
  | { is: "same" }
  | { is: "saved"; at: number }
  | { is: "waiting" | "saving" }
  | { is: "offline"; changes: number }
  | { is: "failed"; why: string }
  /** Somebody else stored another draft. */
  | { is: "changed"; by: string | null };

type Given = {
  store: EditorStore;
  slug: string;
  workflow: string;
  operatorId: string;
  first: DraftState;
  /** What is stored as the editor opens. */
  opened: WorkflowDocument;
  actions: EditorActions;
  mayEdit: boolean;
};

/** Saves the draft 800 ms after the last change, and looks now and then who else is at it. */
export function useAutosave({
  store,
  slug,
  workflow,
  operatorId,
  first,
  opened,
  actions,
  mayEdit,
}: Given) {
  const t = useText();
  const [draft, setDraft] = useState(first);
  const [save, setSave] = useState<SaveState>({ is: "same" });
  const stored = useRef({ revision: first.revision, text: documentText(opened) });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isSaving = useRef(false);
  /** The document that is stored, to tell how much was done since. */
  const savedDocument = useRef<WorkflowDocument>(opened);
  const other = draft.writer !== null && draft.writer.id !== operatorId ? draft.writer : null;

  const newest = useRef<() => Promise<void>>(undefined);
  const running = useRef<Promise<void>>(undefined);
  const later = useCallback((ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      running.current = newest.current?.();
    }, ms);
  }, []);
  const whose = useMemo(() => ({ slug, workflow, operatorId }), [slug, workflow, operatorId]);
  const saveNow = async (): Promise<void> => {
    const { document } = store;
    const text = documentText(document);
    if (isSaving.current || save.is === "changed") return;
    if (text === stored.current.text) return setSave({ is: "same" });
    isSaving.current = true;
    setSave({ is: "saving" });
    const ifMatch = stored.current.revision;
    const answer = await answerOf(() => actions.save({ document, ifMatch }), t, "ui.noAnswerToast");
    isSaving.current = false;
    if (answer.ok) {
      stored.current = { revision: answer.value.revision, text };
      savedDocument.current = document;
      setDraft(answer.value);
      setSave({ is: "saved", at: Date.now() });
      void keep(whose, { revision: answer.value.revision, history: store.get().history });
      if (documentText(store.document) !== text) later(AFTER_MS);
      return;
    }
    if (answer.code === "precondition_failed") return setSave({ is: "changed", by: null });
    if (answer.code === "conflict") {
      setSave({ is: "changed", by: null });
      return void look();
    }
    if (answer.code === "no_answer") {
      setSave({ is: "offline", changes: changesSince(store, savedDocument.current) });
      return later(AGAIN_MS);
    }
    setSave({ is: "failed", why: answer.errors?.[0]?.message ?? answer.message });
  };
  useEffect(() => {
    newest.current = saveNow;
  });

  const look = useEffectEvent(async () => {
    if (document.visibilityState !== "visible" || isSaving.current) return;
    const answer = await answerOf(() => actions.state(), t, "ui.noAnswerToast");
    if (!answer.ok || isSaving.current) return;
    setDraft(answer.value);
    if (answer.value.revision !== stored.current.revision) {
      setSave({ is: "changed", by: answer.value.writer?.name ?? null });
    }
  });

  const changed = useEffectEvent(() => {
    if (save.is === "changed") return;
    setSave({ is: "waiting" });
    later(AFTER_MS);
  });
  useEffect(() => {
    if (mayEdit && documentText(store.document) !== stored.current.text) changed();
    let shown = present(store.get().history).document;
    let keeping: ReturnType<typeof setTimeout>;
    const unwatch = store.watch(() => {
      const { history } = store.get();
      const { document } = present(history);
      if (document === shown) return;
      shown = document;
      clearTimeout(keeping);
      if (!mayEdit) return;
      keeping = setTimeout(() => {
        void keep(whose, { revision: stored.current.revision, history });
      }, KEEP_AFTER_MS);
      changed();
    });
    const looking = setInterval(() => void look(), LOOK_MS);
    const online = () => later(0);
    const hidden = () => window.document.visibilityState === "hidden" && later(0);
    window.addEventListener("online", online);
    window.document.addEventListener("visibilitychange", hidden);
    return () => {
      window.document.removeEventListener("visibilitychange", hidden);
      unwatch();
      clearInterval(looking);
      window.removeEventListener("online", online);
      if (timer.current === undefined) return;
      // Whoever leaves before it was saved has not changed their mind.
      clearTimeout(timer.current);
      timer.current = undefined;
      void newest.current?.();
    };
  }, [store, whose, mayEdit, later]);

  /** Shows what is stored; what was here can be undone back to. */
  const load = async () => {
    const answer = await answerOf(() => actions.load(), t, "ui.noAnswerToast");
    if (!answer.ok) return setSave({ is: "failed", why: answer.message });
    const { document, state } = answer.value;
    stored.current = { revision: state.revision, text: documentText(document) };
    setDraft(state);
    store.reload(document);
    savedDocument.current = store.document;
    setSave({ is: "same" });
  };
  const takeOver = async () => {
    const answer = await answerOf(() => actions.takeOver(), t, "ui.noAnswerToast");
    if (!answer.ok) return setSave({ is: "failed", why: answer.message });
    await load();
    setDraft(answer.value);
  };
  /** Puts what is shown here in the place of what somebody else stored. */
  const keepMine = async () => {
    const answer = await answerOf(() => actions.state(), t, "ui.noAnswerToast");
    if (!answer.ok) return;
    stored.current.revision = answer.value.revision;
    setDraft(answer.value);
    setSave({ is: "waiting" });
    later(0);
  };
  const retry = () => later(0);
  /** Saves what is not saved yet; gives whether all that is shown is stored. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    await running.current;
    await newest.current?.();
    return documentText(store.document) === stored.current.text;
  };
  return { draft, save, other, load, takeOver, keepMine, retry, flush };
}

/** How many things were done, or taken back, since that document was stored. */
function changesSince(store: EditorStore, saved: WorkflowDocument): number {
  const { snapshots, now } = store.get().history;
  const at = snapshots.findLastIndex(({ document }) => document === saved);
  return Math.max(1, Math.abs(now - Math.max(0, at)));
}
