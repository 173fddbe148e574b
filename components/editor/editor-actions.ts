import type { ActionAnswer } from "@/components/ui/action-answer";
import type { WorkflowDocument } from "@/core/workflow/edit/document";

/** How a draft stands on the server. */
export type DraftState = {
  revision: number;
  liveVersion: number | null;
  hasDraft: boolean;
  writer: { id: string; name: string } | null;
};

/** A document as it is stored, with how it stands. */
export type StoredDraft = { document: WorkflowDocument; state: DraftState };

/** What the editor asks of the server. */
export type EditorActions = {
  save: (input: {
    document: WorkflowDocument;
    ifMatch: number;
  }) => Promise<ActionAnswer<DraftState>>;
  state: () => Promise<ActionAnswer<DraftState>>;
  load: () => Promise<ActionAnswer<StoredDraft>>;
  takeOver: () => Promise<ActionAnswer<DraftState>>;
};
