"use client";

import { useMemo } from "react";
import { showToast } from "@/components/ui/toast";
import { topmost } from "@/core/workflow/edit/apply-edit";
import { readSteps, stepsText } from "@/core/workflow/edit/clipboard";
import { dropGaps, gapKey, gapsOf } from "@/core/workflow/edit/gaps";
import { type Gap, innerCount } from "@/core/workflow/edit/list-at";
import { outlineOf, type StepNode } from "@/core/workflow/edit/outline";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { newStep } from "@/core/workflow/new-step";
import type { EditorStore } from "../editor-store";
import { nextInRange, rangeBetween, stepBeside } from "./chosen-range";
import { doneWords } from "./happened-words";
import { gapAt, nodeOf, opened, placeOf, stepOf } from "./plan-nodes";
import { gapWords, type Reader } from "./plan-words";

/** What asks before it acts; the editor shows the dialog. */
export type Asking =
  | { ask: "insert"; gap: Gap; words: string }
  | { ask: "find" }
  | { ask: "keep"; step: StepNode }
  | { ask: "rename"; step: StepNode }
  | { ask: "rename_stage"; id: string; name: string };

type Given = { store: EditorStore; readOnly: boolean; facts: EditorFacts };

/** The commands of an open editor; they stay the same while what they need does. */
export function useCommands(
  { store, readOnly, facts }: Given,
  reader: Reader,
  ask: (asking: Asking) => void,
): Commands {
  return useMemo(
    () => commandsOf({ store, readOnly, facts }, reader, ask),
    [store, readOnly, facts, reader, ask],
  );
}

/** Everything that can be done to the plan, whichever view, key or menu asks for it. */
export function commandsOf(
  { store, readOnly, facts }: Given,
  reader: Reader,
  ask: (asking: Asking) => void,
) {
  const outline = () => outlineOf(store.document.definition);
  const may = () => !readOnly;
  const ids = (key: string): string[] => {
    const { chosen } = store.get();
    if (chosen.has(key)) return topmost(store.document.definition, [...chosen]).map(({ id }) => id);
    return stepOf(outline(), key) ? [key] : [];
  };
  const focus = (key: string) => {
    const collapsed = opened(outline(), store.get().collapsed, key);
    store.set({ current: key, chosen: new Set(), collapsed });
    store.wish("plan");
  };
  /** Where choosing began, or begins now: at the step that has the focus. */
  const begun = (): string | null => {
    const { chosen, anchor, current } = store.get();
    if (anchor !== null && chosen.has(anchor) && chosen.has(current)) return anchor;
    return stepOf(outline(), current) ? current : null;
  };
  /** Chooses all up to this step, which has the focus then. */
  const chooseTo = (key: string) => {
    const from = begun() ?? key;
    const range = rangeBetween(outline(), from, key);
    store.set({ chosen: range, anchor: from, current: key });
    store.wish("plan");
    if (range.size > 1) store.say(reader.t("editor.chosen", { n: range.size }));
  };
  const undoHere = () => {
    store.undo();
    store.wish("plan");
  };
  const removeNow = (step: string[], keep?: string) => {
    const edited = store.edit({ do: "remove", ids: step, ...(keep !== undefined && { keep }) });
    if (!edited.ok) return;
    const label = reader.t("editor.undo");
    store.set({ chosen: new Set() });
    store.wish("plan");
    showToast(doneWords(edited.done, reader), { action: { label, run: undoHere } });
  };
  const askInsert = (gap: Gap) => {
    const place = placeOf(outline(), gap);
    if (may() && place) ask({ ask: "insert", gap, words: gapWords(place, reader) });
  };
  const gapKeys = () => {
    const { moving } = store.get();
    return moving ? dropGaps(outline(), new Set(moving.ids)) : [];
  };
  return {
    focus,
    removeNow,
    askInsert,
    undo: () => may() && store.undo(),
    redo: () => may() && store.redo(),
    find: () => ask({ ask: "find" }),
    insertBeside(key: string, side: "before" | "after") {
      const gap = gapAt(outline(), key, side);
      if (gap) askInsert(gap);
    },
    remove(key: string) {
      if (!may()) return;
      const node = nodeOf(outline(), key);
      if (node?.type === "stage" && !node.ending) {
        store.edit({ do: "remove_stage", id: node.id });
        return;
      }
      const all = ids(key);
      const step = all.length === 1 ? stepOf(outline(), key) : undefined;
      const withContent = step?.ways.filter(({ steps }) => steps.length > 0) ?? [];
      if (step && withContent.length > 0) ask({ ask: "keep", step });
      else if (all.length > 0) removeNow(all);
    },
    duplicate: (key: string) => may() && store.edit({ do: "duplicate", ids: ids(key) }),
    toggleOff(key: string) {
      const step = stepOf(outline(), key);
      if (!may() || !step) return;
      store.edit({ do: "disable", ids: ids(key), disabled: step.step.disabled !== true });
    },
    rename(key: string) {
      const node = nodeOf(outline(), key);
      if (!may() || !node) return;
      if (node.type === "step") ask({ ask: "rename", step: node });
      if (node.type === "stage" && !node.ending) {
        ask({ ask: "rename_stage", id: node.id, name: node.name });
      }
    },
    wrap(key: string) {
      if (!may()) return;
      const { definition } = store.document;
      const branch = newStep("branch", { id: store.newId(), definition, facts });
      if (branch.kind === "branch") store.edit({ do: "wrap", ids: ids(key), branch });
    },
    addStage(key: string) {
      if (!may()) return;
      const { stages } = store.document.definition;
      const node = nodeOf(outline(), key);
      const id = node?.type === "stage" ? node.id : stepOf(outline(), key)?.stage;
      const at = stages.findIndex((stage) => stage.id === id);
      const index = at < 0 ? stages.length : at + 1;
      const name = reader.t("editor.newStage");
      const added = store.newId();
      if (store.edit({ do: "add_stage", index, id: added, name }).ok) focus(`stage:${added}`);
    },
    moveStage: (id: string, by: -1 | 1) => may() && store.edit({ do: "move_stage", id, by }),
    copy(key: string): string | null {
      const steps = topmost(store.document.definition, ids(key));
      if (steps.length === 0) return null;
      const n = steps.reduce((sum, step) => sum + 1 + innerCount(step), 0);
      showToast(reader.t("editor.copied", { n }));
      return stepsText(steps);
    },
    cut(key: string) {
      if (may()) removeNow(ids(key));
    },
    /** False when the text is no steps of ours: the press means something else. */
    paste(key: string, text: string): boolean {
      const read = may() ? readSteps(text) : null;
      if (!read) return false;
      const gap = gapAt(outline(), key, "after");
      if (!read.ok) {
        const [issue = { path: "", message: "" }] = read.issues;
        showToast(reader.t("editor.pasteRefused", issue), { failed: true });
      } else if (gap) store.edit({ do: "insert", at: gap, steps: read.steps });
      return true;
    },
    startMove(key: string) {
      const moving = ids(key);
      if (!may() || moving.length === 0) return;
      const gaps = dropGaps(outline(), new Set(moving));
      const order = gapsOf(outline()).map(({ key: gap }) => gap);
      const own = order.indexOf(gapAt(outline(), key, "after")?.key ?? "");
      const first = gaps.find(({ key: gap }) => order.indexOf(gap) > own) ?? gaps.at(-1);
      const allowed = new Set(gaps.map((one) => one.key));
      if (first) store.set({ moving: { ids: moving, gap: gapKey(first), allowed } });
    },
    moveGap(by: number) {
      const { moving } = store.get();
      const gaps = gapKeys();
      if (!moving || gaps.length === 0) return;
      const at = gaps.findIndex(({ key }) => key === moving.gap);
      const next = gaps[(at + by + gaps.length) % gaps.length];
      store.set({ moving: { ...moving, gap: next?.key ?? null } });
    },
    drop(gap?: Gap) {
      const { moving } = store.get();
      const to = gap ?? gapKeys().find(({ key }) => key === moving?.gap);
      store.set({ moving: null });
      if (moving && to)
        store.edit({ do: "move", ids: moving.ids, to: { list: to.list, index: to.index } });
    },
    cancelMove: () => store.set({ moving: null }),
    collapse(key: string, closed: boolean) {
      const collapsed = new Set(store.get().collapsed);
      if (closed) collapsed.add(key);
      else collapsed.delete(key);
      store.set({ collapsed });
    },
    /** Up to this step; up to the whole branch from one of its ways. */
    chooseTo(key: string) {
      const node = nodeOf(outline(), key);
      if (node?.type === "step") chooseTo(key);
      if (node?.type === "way") chooseTo(node.step);
    },
    /** One step further in flow order, or back again. */
    chooseNext(by: 1 | -1) {
      const { current } = store.get();
      const from = begun();
      const next =
        from === null
          ? stepBeside(outline(), current, by)
          : nextInRange(outline(), from, current, by);
      if (next !== undefined) chooseTo(next);
    },
    chooseNone: () => store.set({ chosen: new Set(), anchor: null }),
    chooseStage(key: string) {
      const node = nodeOf(outline(), key);
      const step = node?.type === "way" ? stepOf(outline(), node.step) : stepOf(outline(), key);
      const stage = outline().find((one) => one.key === key || one.id === step?.stage);
      const first = stage?.steps.at(0);
      const last = stage?.steps.at(-1);
      if (!first || !last) return;
      const all = rangeBetween(outline(), first.key, last.key);
      store.set({ chosen: all, anchor: first.key });
      store.say(reader.t("editor.chosen", { n: all.size }));
    },
  };
}

export type Commands = ReturnType<typeof commandsOf>;
