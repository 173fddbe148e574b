import type { ActionAnswer } from "@/components/ui/action-answer";
import { type Instant, SECOND_MS } from "@/core/time";
import { canonicalText, documentText, type WorkflowDocument } from "@/core/workflow/edit/document";
import { type History, present } from "@/core/workflow/edit/history";
import type { DraftState, EditorActions, StoredDraft } from "./editor-actions";
import type { EditorStore } from "./editor-store";

const AFTER_MS = 800;
const KEEP_AFTER_MS = 300;
const AGAIN_MS = 5 * SECOND_MS;
/** How often in one save another revision of the same document is taken over. */
const ADOPTS_MAX = 3;

export type SaveState =
  | { is: "same" }
  | { is: "saved"; at: Instant }
  | { is: "waiting" | "saving" }
  | { is: "offline"; changes: number }
  | { is: "failed"; why: string }
  /** Somebody else stored another draft. */
  | { is: "changed"; by: string | null };

type Saving = { draft: DraftState; save: SaveState };

type Given = {
  store: EditorStore;
  /** Answered also when the server is not reached: with `no_answer`. */
  actions: Pick<EditorActions, "save" | "state" | "load">;
  first: DraftState;
  /** What is stored as the editor opens. */
  opened: WorkflowDocument;
  /** Keeps in this browser what was done to that revision. */
  keep: (kept: { revision: number; history: History }) => void;
  now: () => Instant;
};

/** Saves the draft of one open editor 800 ms after its last change, one save at a time. */
export class DraftSaver {
  readonly #given: Given;
  readonly #watchers = new Set<() => void>();
  #state: Saving;
  #stored: { revision: number; document: WorkflowDocument; text: string };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(given: Given) {
    const { first, opened } = given;
    this.#given = given;
    this.#state = { draft: first, save: { is: "same" } };
    this.#stored = { revision: first.revision, document: opened, text: documentText(opened) };
  }

  readonly get = (): Saving => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Begins to save what is done in the editor; gives how to end it, which saves what is left. */
  start(): () => void {
    const { store, keep } = this.#given;
    if (documentText(store.document) !== this.#stored.text) this.#changed();
    let shown = store.document;
    let keeping: ReturnType<typeof setTimeout>;
    const unwatch = store.watch(() => {
      const { history } = store.get();
      const { document } = present(history);
      if (document === shown) return;
      shown = document;
      clearTimeout(keeping);
      keeping = setTimeout(() => keep({ revision: this.#stored.revision, history }), KEEP_AFTER_MS);
      this.#changed();
    });
    return () => {
      unwatch();
      // Whoever leaves before it was saved has not changed their mind.
      if (this.#timer !== undefined) void this.saveNow();
    };
  }

  /** Saves as soon as nothing else is saved. */
  async saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#running;
    const running = (async () => {
      await before;
      await this.#save(ADOPTS_MAX);
    })();
    this.#running = running;
    await running;
    if (this.#running === running) this.#running = undefined;
  }

  /** Saves what is not saved yet; gives whether all that is shown is stored. */
  async flush(): Promise<boolean> {
    await this.saveNow();
    return this.#isStored();
  }

  /**
   * Takes in how the draft stands, whoever told it. To one who only reads, and has nothing of their own
   * that is not stored, a newer one is shown, before anything says that they may write now.
   */
  async heard(draft: DraftState, isReading = false): Promise<void> {
    if (this.#running || draft.revision < this.#stored.revision) return;
    const isNewer = draft.revision > this.#stored.revision;
    if (isReading && isNewer && this.#isStored()) return this.#follow();
    this.#set({ draft });
    const isChanged = this.#state.save.is === "changed";
    if (draft.revision === this.#stored.revision) {
      // Whoever wrote here has gone without a change.
      if (isChanged && draft.writer === null) this.#wait(0);
      return;
    }
    if (isChanged) return;
    const answer = await this.#given.actions.load();
    if (!answer.ok || this.#running || this.#adopted(answer.value)) return;
    this.#set({ draft: answer.value.state, save: changedBy(answer.value.state) });
  }

  /** Shows what is stored; what was here can be undone back to. */
  async load(): Promise<void> {
    const answer = await this.#given.actions.load();
    if (answer.ok) this.#show(answer.value, (document) => this.#given.store.reload(document));
    else this.fail(answer.message);
  }

  /** Puts what is shown here in the place of what somebody else stored. */
  async keepMine(): Promise<void> {
    const answer = await this.#given.actions.state();
    if (!answer.ok) return this.#refused(answer);
    this.#stored.revision = answer.value.revision;
    this.#set({ draft: answer.value, save: { is: "waiting" } });
    await this.saveNow();
  }

  /** The draft has another writer, or none. */
  setDraft(draft: DraftState): void {
    this.#set({ draft });
  }

  fail(why: string): void {
    this.#set({ save: { is: "failed", why } });
  }

  /** Shows what another one stored; unheard, it is heard of again. */
  async #follow(): Promise<void> {
    const { store, actions } = this.#given;
    const answer = await actions.load();
    if (!answer.ok || this.#running || answer.value.state.revision < this.#stored.revision) return;
    if (this.#isStored()) return this.#show(answer.value, (document) => store.follow(document));
    this.#set({ draft: answer.value.state, save: changedBy(answer.value.state) });
  }

  #show({ document, state }: StoredDraft, show: (document: WorkflowDocument) => void): void {
    const { store } = this.#given;
    this.#stored = { revision: state.revision, document, text: documentText(document) };
    show(document);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stored.document = store.document;
    this.#set({ draft: state, save: { is: "same" } });
  }

  #isStored(): boolean {
    return documentText(this.#given.store.document) === this.#stored.text;
  }

  #changed(): void {
    if (this.#state.save.is !== "changed") this.#wait(AFTER_MS);
  }

  #wait(ms: number): void {
    this.#set({ save: { is: "waiting" } });
    this.#later(ms);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), ms);
  }

  async #save(adopts: number): Promise<void> {
    const { store, actions, keep, now } = this.#given;
    if (this.#state.save.is === "changed") return;
    const { document } = store;
    const text = documentText(document);
    if (text === this.#stored.text) return this.#set({ save: { is: "same" } });
    this.#set({ save: { is: "saving" } });
    const answer = await actions.save({ document, ifMatch: this.#stored.revision });
    if (answer.ok) {
      const { revision } = answer.value;
      this.#stored = { revision, document, text };
      this.#set({ draft: answer.value, save: { is: "saved", at: now() } });
      keep({ revision, history: store.get().history });
      if (documentText(store.document) !== text) this.#later(AFTER_MS);
      return;
    }
    if (answer.code !== "precondition_failed") return this.#refused(answer);
    const loaded = await actions.load();
    if (!loaded.ok) return this.#refused(loaded);
    if (adopts > 0 && this.#adopted(loaded.value)) return this.#save(adopts - 1);
    this.#set({ draft: loaded.value.state, save: changedBy(loaded.value.state) });
  }

  async #refused(answer: Extract<ActionAnswer<unknown>, { ok: false }>): Promise<void> {
    if (answer.code === "no_answer") {
      const { store } = this.#given;
      this.#set({ save: { is: "offline", changes: changesSince(store, this.#stored.document) } });
      return this.#later(AGAIN_MS);
    }
    if (answer.code !== "conflict") {
      return this.#set({
        save: { is: "failed", why: answer.errors?.[0]?.message ?? answer.message },
      });
    }
    this.#set({ save: { is: "changed", by: null } });
    const state = await this.#given.actions.state();
    if (state.ok) this.#set({ draft: state.value, save: changedBy(state.value) });
  }

  /** Goes on from a newer revision where it holds the document that was stored last from here. */
  #adopted({ document, state }: StoredDraft): boolean {
    if (!isStoredAs(document, this.#stored.document, state)) return false;
    this.#stored.revision = state.revision;
    this.#set({ draft: state });
    return true;
  }

  #set(part: Partial<Saving>): void {
    this.#state = { ...this.#state, ...part };
    for (const watcher of this.#watchers) watcher();
  }
}

const changedBy = ({ writer }: DraftState): SaveState => ({
  is: "changed",
  by: writer?.name ?? null,
});

/** A document that says what is live is stored without the contents that are published just so. */
function isStoredAs(
  found: WorkflowDocument,
  saved: WorkflowDocument,
  { hasDraft }: DraftState,
): boolean {
  const kept = hasDraft
    ? saved.contents
    : Object.fromEntries(Object.entries(saved.contents).filter(([key]) => key in found.contents));
  return canonicalText(found) === canonicalText({ ...saved, contents: kept });
}

/** How many things were done, or taken back, since that document was stored. */
function changesSince(store: EditorStore, saved: WorkflowDocument): number {
  const { snapshots, now } = store.get().history;
  const at = snapshots.findLastIndex(({ document }) => document === saved);
  return Math.max(1, Math.abs(now - Math.max(0, at)));
}
