"use client";

import { useRef } from "react";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { useLocale, useText } from "@/components/text/text-provider";
import { showToast } from "@/components/ui/toast";
import { problemWords } from "@/core/sentence/problem-words";
import { outlineOf } from "@/core/workflow/edit/outline";
import type { Problem } from "@/core/workflow/validate";
import type { EditorStore } from "./editor-store";
import { SETTINGS_KEY } from "./plan/plan-nodes";
import { inPlanOrder, problemBeside } from "./plan/plan-problems";
import type { Commands } from "./plan/use-commands";
import type { View } from "./use-editor-address";

type Given = {
  commands: Commands;
  store: EditorStore;
  found: readonly Problem[];
  view: View;
  setView: (view: View) => void;
  publish: () => void;
  simulate: () => void;
  toggleCounts: () => void;
};

/** The keys of the editor, wherever the focus is; those of the plan act on its current node. */
export function useEditorKeys({
  commands,
  store,
  found,
  view,
  setView,
  publish,
  simulate,
  toggleCounts,
}: Given): void {
  const t = useText();
  const locale = useLocale();
  const here = () => store.get().current;
  const last = useRef<string | null>(null);
  const goToProblem = (by: 1 | -1) => {
    const outline = outlineOf(store.document.definition);
    const ordered = inPlanOrder(found, outline);
    const next = problemBeside(ordered, outline, { current: here(), last: last.current }, by);
    if (!next) return store.say(t("editor.noProblems"));
    const { problem, id, place, n } = next;
    last.current = id;
    if (place === SETTINGS_KEY) {
      store.set({ current: place, chosen: new Set() });
      store.wish("inspector", problem.path);
    } else commands.focus(place);
    const { message } = problemWords(problem, locale);
    const total = ordered.length;
    store.say(t("editor.problemAt", { severity: problem.severity, n, total, message }));
  };
  useShortcuts("editor.keys", [
    { keys: "n", label: "editor.insertAfter", run: () => commands.insertBeside(here(), "after") },
    {
      keys: "shift+n",
      label: "editor.insertBefore",
      run: () => commands.insertBeside(here(), "before"),
    },
    { keys: "m", label: "editor.move", run: () => commands.startMove(here()) },
    { keys: "d", label: "editor.disable", run: () => commands.toggleOff(here()) },
    { keys: "mod+d", label: "editor.duplicate", run: () => void commands.duplicate(here()) },
    { keys: "f2", label: "editor.rename", run: () => commands.rename(here()) },
    { keys: "mod+z", label: "editor.undo", run: () => void commands.undo() },
    { keys: ["mod+shift+z", "mod+y"], label: "editor.redo", run: () => void commands.redo() },
    {
      keys: "mod+s",
      label: "editor.save",
      run: () => showToast(t("editor.draftsSave")),
      onlyKeys: true,
    },
    { keys: "/", label: "editor.find", run: commands.find },
    { keys: "l", label: "editor.counts", run: toggleCounts },
    { keys: "f8", label: "editor.nextProblem", run: () => goToProblem(1) },
    { keys: "shift+f8", label: "editor.previousProblem", run: () => goToProblem(-1) },
    {
      keys: "o",
      label: "editor.toggleView",
      run: () => {
        setView(view === "outline" ? "canvas" : "outline");
        store.wish("plan");
      },
    },
    { keys: "mod+enter", label: "editor.simulate", run: simulate },
    { keys: "mod+shift+enter", label: "editor.publishNow", run: publish },
  ]);
}
