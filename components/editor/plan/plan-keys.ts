import type { KeyboardEvent } from "react";
import { outlineOf, rowsOf } from "@/core/workflow/edit/outline";
import type { EditorStore } from "../editor-store";
import { columnBeside, nodeOf, planKeys } from "./plan-nodes";
import type { Commands } from "./use-commands";

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "altKey"> & { mod: boolean };

/**
 * What a key does while a node of the plan has the focus. False: not ours, the browser or the frame
 * may have it. Tab is never a command.
 */
export function planKey(
  press: Press,
  view: "canvas" | "outline",
  store: EditorStore,
  commands: Commands,
): boolean {
  if (store.get().moving) return movingKey(press, store, commands);
  const { current } = store.get();
  if (press.mod) return modKey(press, current, commands, store);
  if (press.altKey) return false;
  if (press.key === "Escape" && store.get().chosen.size > 0) {
    commands.chooseNone();
    return true;
  }
  const act = press.shiftKey ? SHIFTED[press.key] : PLAIN[press.key];
  if (act) {
    act(current, commands, store);
    return true;
  }
  return !press.shiftKey && moveKey(press.key, view, store, commands);
}

type Act = (key: string, commands: Commands, store: EditorStore) => void;

/** After the command, the focus is where the plan now is. */
const then =
  (act: Act): Act =>
  (key, commands, store) => {
    act(key, commands, store);
    store.wish("plan");
  };

const PLAIN: Record<string, Act | undefined> = {
  n: (key, c) => c.insertBeside(key, "after"),
  m: (key, c) => c.startMove(key),
  d: then((key, c) => c.toggleOff(key)),
  Delete: (key, c) => c.remove(key),
  Backspace: (key, c) => c.remove(key),
  F2: (key, c) => c.rename(key),
  Enter: (_, __, store) => store.wish("inspector"),
};

const SHIFTED: Record<string, Act | undefined> = {
  N: (key, c) => c.insertBeside(key, "before"),
  ArrowDown: (_, c) => c.chooseNext(1),
  ArrowUp: (_, c) => c.chooseNext(-1),
};

function modKey(press: Press, key: string, commands: Commands, store: EditorStore): boolean {
  const letter = press.key.toLowerCase();
  if (letter === "d" && !press.shiftKey) commands.duplicate(key);
  else if (letter === "a" && !press.shiftKey) commands.chooseStage(key);
  else return false;
  store.wish("plan");
  return true;
}

function movingKey({ key, mod, altKey }: Press, store: EditorStore, commands: Commands): boolean {
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      commands.moveGap(1);
      return true;
    case "ArrowUp":
    case "ArrowLeft":
      commands.moveGap(-1);
      return true;
    case "Enter":
      commands.drop();
      store.wish("plan");
      return true;
    case "Escape":
      commands.cancelMove();
      store.wish("plan");
      return true;
    default:
      // Letters would start something else; what the browser does is its own.
      return !mod && !altKey && key.length === 1;
  }
}

function moveKey(
  key: string,
  view: "canvas" | "outline",
  store: EditorStore,
  commands: Commands,
): boolean {
  const { current, collapsed } = store.get();
  const outline = outlineOf(store.document.definition);
  const keys = planKeys(outline, view === "outline" ? collapsed : stagesOnly(collapsed));
  const at = Math.max(0, keys.indexOf(current));
  const go = (to: string | undefined) => {
    if (to !== undefined) commands.focus(to);
    return true;
  };
  const stage = (by: -1 | 1) => {
    const heads = keys.map((one, i) => [one, i] as const).filter(([one]) => isStage(one));
    const next = by === 1 ? heads.find(([, i]) => i > at) : heads.findLast(([, i]) => i < at);
    return next?.[0];
  };
  switch (key) {
    case "ArrowDown":
      return go(keys[at + 1]);
    case "ArrowUp":
      return go(keys[at - 1]);
    case "Home":
      return go(keys[0]);
    case "End":
      return go(keys.at(-1));
    case "PageDown":
      return go(stage(1));
    case "PageUp":
      return go(stage(-1));
    case "ArrowRight":
    case "ArrowLeft": {
      const by = key === "ArrowRight" ? 1 : -1;
      if (view === "canvas" && !isStage(current)) return go(columnBeside(outline, current, by));
      return treeKey(by, current, collapsed, outline, commands);
    }
    default:
      return false;
  }
}

const isStage = (key: string): boolean => key.startsWith("stage:") || key.startsWith("ending:");

/** The canvas shows what stands inside steps always; only stages collapse there. */
export const stagesOnly = (collapsed: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...collapsed].filter(isStage));

/** Right opens, then goes in; left closes, then goes out: as in every tree. */
function treeKey(
  by: -1 | 1,
  current: string,
  collapsed: ReadonlySet<string>,
  outline: ReturnType<typeof outlineOf>,
  commands: Commands,
): boolean {
  const rows = rowsOf(outline, collapsed);
  const at = rows.findIndex(({ node }) => node.key === current);
  const row = rows[at];
  if (!row || !nodeOf(outline, current)) return true;
  if (by === 1 && row.expanded === false) commands.collapse(current, false);
  else if (by === 1 && row.expanded) commands.focus(rows[at + 1]?.node.key ?? current);
  else if (by === -1 && row.expanded) commands.collapse(current, true);
  else if (by === -1 && row.parent) commands.focus(row.parent);
  return true;
}
