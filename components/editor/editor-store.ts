import type { Instant } from "@/core/time";
import type { Definition } from "@/core/workflow/definition";
import { applyEdit } from "@/core/workflow/edit/apply-edit";
import { documentText, type WorkflowDocument } from "@/core/workflow/edit/document";
import type { Edit, Edited } from "@/core/workflow/edit/edit";
import { type History, jump, present, record } from "@/core/workflow/edit/history";
import { outlineOf } from "@/core/workflow/edit/outline";
import type { AcceptedProblem } from "@/core/workflow/problems/accepted";
import type { Problem } from "@/core/workflow/validate";
import type { Flows } from "./counts/counting";
import { planKeys, SETTINGS_KEY } from "./plan/plan-nodes";

/** What happened to a document last, for announcements. */
export type Happened =
  | {
      type: "done" | "undone" | "redone";
      edited: NonNullable<History["snapshots"][number]["done"]>;
    }
  | { type: "refused"; why: string; issues: { path: string; message: string }[] }
  | { type: "said"; words: string };

export type EditorState = {
  history: History;
  /** The node that has the roving focus: a step's id, a way's or stage's key, `start` or `stops`. */
  current: string;
  /** Steps chosen beside the current one, what stands inside them included. */
  chosen: ReadonlySet<string>;
  /** The step the choosing began at. */
  anchor: string | null;
  collapsed: ReadonlySet<string>;
  /** The steps that are being moved, and the gap they would drop into. */
  moving: { ids: readonly string[]; gap: string | null; allowed: ReadonlySet<string> } | null;
  /** What is wrong, by step id; under "" what belongs to no step. */
  problems: ReadonlyMap<string, readonly Problem[]>;
  /** What somebody accepted, in the same way. */
  accepted: ReadonlyMap<string, readonly AcceptedProblem[]>;
  /** Open cases at each step, of all versions; none unless they are shown. */
  counts: ReadonlyMap<string, number>;
  /** What became of the cases at each step in a period; none unless one is shown. */
  flows: Flows;
  happened: { n: number; what: Happened } | null;
  /** Where the focus should go once this is drawn. */
  wish: Wish | null;
};

/** `field` is the `data-field` of a control in the inspector; null: its first one. */
export type Wish = { n: number } & ({ to: "plan" } | { to: "inspector"; field: string | null });

export type Clock = () => Instant;

const NOTHING: ReadonlySet<string> = new Set();

const FOLLOWED = "followed";

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
      anchor: null,
      collapsed: new Set(),
      moving: null,
      problems: new Map(),
      accepted: new Map(),
      counts: new Map(),
      flows: new Map(),
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

  /** What was found in the document, and what of it is accepted; lists that say the same stay the same. */
  found(problems: EditorState["problems"], accepted: EditorState["accepted"]): void {
    const { problems: before, accepted: acceptedBefore } = this.#state;
    this.set({ problems: kept(problems, before), accepted: kept(accepted, acceptedBefore) });
  }

  /** Asks for the focus: on the plan's current node, or on a control of the inspector. */
  wish(to: "plan" | "inspector", field: string | null = null): void {
    const n = (this.#state.wish?.n ?? 0) + 1;
    this.set({ wish: to === "plan" ? { n, to } : { n, to, field } });
  }

  /** Does it, or says why not; `merge` makes typing in one field one thing to undo. */
  edit(edit: Edit, merge: string | null = null): Edited {
    const edited = this.tryEdit(edit, merge);
    if (!edited.ok && edited.why !== "nothing_changed") {
      this.#tell({ type: "refused", why: edited.why, issues: edited.issues });
    }
    return edited;
  }

  /** Does it; where it is refused, whoever asked shows why. */
  tryEdit(edit: Edit, merge: string | null = null): Edited {
    const edited = applyEdit(this.document, edit, this.#newId);
    if (!edited.ok) return edited;
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

  /** Shows what another one saved: one thing to undo, however often they save, and not read out. */
  follow(document: WorkflowDocument): void {
    const edited = applyEdit(
      this.document,
      { do: "replace", document, why: "reload" },
      this.#newId,
    );
    if (!edited.ok) return;
    const { history } = this.#state;
    const before = present(history);
    const at = before.merge === FOLLOWED ? before.at : this.#now();
    this.set({ history: record(history, { ...edited, merge: FOLLOWED }, at) });
    this.#keepCurrent(before.document.definition);
  }

  /** Has it read out. */
  say(words: string): void {
    this.#tell({ type: "said", words });
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

function kept<T>(
  lists: ReadonlyMap<string, readonly T[]>,
  before: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, readonly T[]> {
  return new Map(
    [...lists].map(([key, list]) => {
      const old = before.get(key);
      return [key, old && JSON.stringify(old) === JSON.stringify(list) ? old : list] as const;
    }),
  );
}
