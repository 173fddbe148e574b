"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useText } from "@/components/text/text-provider";
import { type ActionAnswer, answerOf } from "@/components/ui/action-answer";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import { DraftSaver } from "./draft-saver";
import type { DraftState, EditorActions } from "./editor-actions";
import type { EditorStore } from "./editor-store";
import { keep } from "./kept-history";

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

/** Saves the draft after every change, and shows to one who reads what another one saved. */
export function useAutosave(given: Given) {
  const { store, operatorId, actions, mayEdit } = given;
  const t = useText();
  const asked = <T>(call: () => Promise<ActionAnswer<T>>) => answerOf(call, t, "ui.noAnswerToast");
  const [saver] = useState(() => {
    const { slug, workflow, first, opened } = given;
    return new DraftSaver({
      store,
      first,
      opened,
      actions: {
        save: (input) => asked(() => actions.save(input)),
        state: () => asked(actions.state),
        load: () => asked(actions.load),
      },
      keep: (kept) => void keep({ slug, workflow, operatorId }, kept),
      now: () => Date.now(),
    });
  });
  const { draft, save } = useSyncExternalStore(saver.watch, saver.get, saver.get);
  const isOther = (writer: DraftState["writer"]) => writer !== null && writer.id !== operatorId;
  const other = isOther(draft.writer) ? draft.writer : null;

  useEffect(() => (mayEdit ? saver.start() : undefined), [saver, mayEdit]);
  useEffect(() => {
    if (!mayEdit) return;
    const online = () => void saver.saveNow();
    const turned = () => document.visibilityState === "hidden" && void saver.saveNow();
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", turned);
    return () => {
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", turned);
    };
  }, [saver, mayEdit]);

  const takeOver = async () => {
    const answer = await asked(actions.takeOver);
    if (!answer.ok) return saver.fail(answer.message);
    await saver.load();
    saver.setDraft(answer.value);
  };
  const flush = useCallback(() => saver.flush(), [saver]);
  return {
    draft,
    save,
    other,
    takeOver,
    /** Takes in how the draft stands now. */
    hear: (now: DraftState) =>
      saver.heard(now, isOther(saver.get().draft.writer) || isOther(now.writer)),
    load: () => saver.load(),
    keepMine: () => saver.keepMine(),
    retry: () => void saver.saveNow(),
    flush,
  };
}
