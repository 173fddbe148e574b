import { del, get, set } from "idb-keyval";
import type { Instant } from "@/core/time";
import { documentText, type WorkflowDocument } from "@/core/workflow/edit/document";
import { type History, newHistory, present, record } from "@/core/workflow/edit/history";
import type { EditorActions, StoredDraft } from "./editor-actions";

/** What this browser keeps of a draft, so that undo outlives a reload and a lost line loses nothing. */
type Kept = { revision: number; history: History };

/** Whose draft of what: operators who share a browser do not share what they have not saved. */
export type KeptFor = { slug: string; workflow: string; operatorId: string };

const nameOf = ({ slug, workflow, operatorId }: KeptFor) =>
  `followthrough draft ${operatorId} ${slug}/${workflow}`;

/** Never rejects: a browser that keeps nothing only forgets. */
export async function readKept(whose: KeptFor): Promise<Kept | null> {
  try {
    return (await get<Kept>(nameOf(whose))) ?? null;
  } catch {
    return null;
  }
}

export async function keep(whose: KeptFor, kept: Kept | null): Promise<void> {
  try {
    const name = nameOf(whose);
    await (kept && kept.history.snapshots.length > 1 ? set(name, kept) : del(name));
  } catch {
    // Undo will not outlive a reload here.
  }
}

/**
 * What is stored. The browser's Back shows a page as it was: where a later revision was saved from this
 * browser, that page is old, and the draft is asked for again.
 */
export async function newestOf(
  opened: StoredDraft,
  kept: Pick<Kept, "revision"> | null,
  { load }: Pick<EditorActions, "load">,
): Promise<StoredDraft> {
  if (!kept || kept.revision <= opened.state.revision) return opened;
  try {
    const answer = await load();
    return answer.ok ? answer.value : opened;
  } catch {
    return opened;
  }
}

/**
 * The history to begin with. Kept changes that were made to just this revision go on; where the
 * stored document is another one it is shown, and what was kept can be undone back to.
 */
export function firstHistory(
  stored: WorkflowDocument,
  revision: number,
  kept: Kept | null,
  now: Instant,
): History {
  if (!kept?.history.snapshots[kept.history.now]) return newHistory(stored, now);
  const { document } = present(kept.history);
  if (kept.revision === revision || documentText(document) === documentText(stored)) {
    return kept.history;
  }
  const done = { do: "replace" as const, kind: null, steps: 0, name: "reload" };
  return record(kept.history, { document: stored, done }, now);
}
