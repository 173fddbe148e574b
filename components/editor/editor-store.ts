import type { Instant } from "@/core/time";
import type { Definition } from "@/core/workflow/definition";
import { applyEdit } from "@/core/workflow/edit/apply-edit";
import { documentText, type WorkflowDocument } from "@/core/workflow/edit/document";
import type { Edit, Edited } from "@/core/workflow/edit/edit";
import { type History, jump, present, record } from "@/core/workflow/edit/history";
import { outlineOf } from "@/core/workflow/edit/outline";
import type { Problem } from "@/core/workflow/validate";
import { planKeys, SETTINGS_KEY } from "./plan/plan-nodes";

/** What happened to a document last, for announcements. */
export type Happened =
  | {
      type: "done" | "undone" | "redone";
      edited: NonNullable<History["snapshots"][number]["done"]>;
    }
  | { type: "refused"; why: string; issues: { path: string; message: string }[] };

export type EditorState = {
  history: History;
  /** The node that has the roving focus: a step's id, a way's or stage's key, `start` or `stops`. */
  current: string;
  /** Steps chosen beside the current one. */
  chosen: ReadonlySet<string>;
  collapsed: ReadonlySet<string>;
  /** The steps that are being moved, and the gap they would drop into. */
  moving: { ids: readonly string[]; gap: string | null; allowed: ReadonlySet<string> } | null;
  /** What is wrong, by step id; under "" what belongs to no step. */
  problems: ReadonlyMap<string, readonly Problem[]>;
  /** Open cases at each step, of all versions; none while they are not shown. */
  counts: ReadonlyMap<string, number>;
  happened: { n: number; what: Happened } | null;
  /** Where the focus should go once this is drawn. */
  wish: Wish | null;
};

/** `field` is the `data-field` of a control in the inspector; null: its first one. */
export type Wish = { n: number } & ({ to: "plan" } | { to: "inspector"; field: string | null });

export type Clock = () => Instant;

const NOTHING: ReadonlySet<string> = new Set();

/** The state of one open editor. Components read it by `useEditor` and change it by its verbs only. */
export class EditorStore {
  #state: EditorState;
  readonly #watchers = new Set<() => void>();
  readonly #newId: () => string;
  readonly #now: Clock;

  constructor(history: History, current: string, newId: () => string, now: Clock) {
    this.#newId = newId;
    this.#now = now;
    this.#state = {
      history,
      current,
      chosen: new Set(),
      collapsed: new Set(),
      moving: null,
      problems: new Map(),
      counts: new Map(),
      happened: null,
      wish: null,
    };
  }

  readonly get = (): EditorState => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  get document(): WorkflowDocument {
    return present(this.#state.history).document;
  }

  newId(): string {
    return this.#newId();
  }

  set(part: Partial<EditorState>): void {
    this.#state = { ...this.#state, ...part };
    for (const watcher of this.#watchers) watcher();
  }

  /** What was found in the document; lists that say the same stay the same. */
  found(problems: EditorState["problems"]): void {
    const old = this.#state.problems;
    const kept = [...problems].map(([step, list]) => {
      const before = old.get(step);
      const same = before && JSON.stringify(before) === JSON.stringify(list);
      return [step, same ? before : list] as const;
    });
    this.set({ problems: new Map(kept) });
  }

  /** Asks for the focus: on the plan's current node, or on a control of the inspector. */
  wish(to: "plan" | "inspector", field: string | null = null): void {
    const n = (this.#state.wish?.n ?? 0) + 1;
    this.set({ wish: to === "plan" ? { n, to } : { n, to, field } });
  }

  /** Does it, or says why not; `merge` makes typing in one field one thing to undo. */
  edit(edit: Edit, merge: string | null = null): Edited {
    const edited = applyEdit(this.document, edit, this.#newId);
    if (!edited.ok) {
      if (edited.why !== "nothing_changed") {
        this.#tell({ type: "refused", why: edited.why, issues: edited.issues });
      }
      return edited;
    }
    const history = record(this.#state.history, { ...edited, merge }, this.#now());
    const isTyping = merge !== null;
    const before = this.document.definition;
    this.set({ history, ...(edited.focus !== null && !isTyping && { current: edited.focus }) });
    this.#keepCurrent(before);
    if (!isTyping) this.#tell({ type: "done", edited: edited.done });
    return edited;
  }

  undo(): void {
    const { history } = this.#state;
    const { done } = present(history);
    if (done) this.#go(history.now - 1, { type: "undone", edited: done });
  }

  redo(): void {
    const { history } = this.#state;
    const done = history.snapshots[history.now + 1]?.done;
    if (done) this.#go(history.now + 1, { type: "redone", edited: done });
  }

  jump(to: number): void {
    const { history } = this.#state;
    const done = history.snapshots[Math.max(to, history.now)]?.done ?? null;
    if (done) this.#go(to, { type: to < history.now ? "undone" : "redone", edited: done });
  }

  /** Begins anew from a document that was stored by somebody else; what was done here can be undone. */
  reload(document: WorkflowDocument): void {
    if (documentText(document) === documentText(this.document)) return;
    this.edit({ do: "replace", document, why: "reload" });
  }

  #go(to: number, what: Happened): void {
    const before = this.document.definition;
    this.set({ history: jump(this.#state.history, to), moving: null });
    this.#keepCurrent(before);
    this.#tell(what);
  }

  /** Where the current node is gone, the one before it that is still there has the focus. */
  #keepCurrent(before: Definition): void {
    const { current } = this.#state;
    const there = new Set(planKeys(outlineOf(this.document.definition), NOTHING));
    if (there.has(current) || current === SETTINGS_KEY) return;
    const keys = planKeys(outlineOf(before), NOTHING);
    const kept = keys
      .slice(0, Math.max(0, keys.indexOf(current)))
      .findLast((key) => there.has(key));
    this.set({ current: kept ?? "start" });
    this.wish("plan");
  }

  #tell(what: Happened): void {
    this.set({ happened: { n: (this.#state.happened?.n ?? 0) + 1, what } });
  }
}
