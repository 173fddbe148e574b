import type { ActionAnswer } from "@/components/ui/action-answer";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import type { LoadFlows } from "./counts/counting";

/** How a draft stands on the server. */
export type DraftState = {
  revision: number;
  liveVersion: number | null;
  hasDraft: boolean;
  writer: { id: string; name: string } | null;
};

/** A document as it is stored, with how it stands. */
export type StoredDraft = { document: WorkflowDocument; state: DraftState };

/** Another one at a draft. */
export type Colleague = { id: string; name: string; asks: boolean };

/** How a draft stands, and who else is at it; `asking` and `refused` are about oneself. */
export type DraftRoom = DraftState & {
  others: Colleague[];
  asking: boolean;
  refused: boolean;
};

/** What the editor asks of the server. */
export type EditorActions = {
  save: (input: {
    document: WorkflowDocument;
    ifMatch: number;
  }) => Promise<ActionAnswer<DraftState>>;
  state: () => Promise<ActionAnswer<DraftState>>;
  load: () => Promise<ActionAnswer<StoredDraft>>;
  takeOver: () => Promise<ActionAnswer<DraftRoom>>;
  /** What became of the cases at each step. */
  flows: LoadFlows;
  /** A sign of life of this tab. */
  attend: (tab: string) => Promise<ActionAnswer<DraftRoom>>;
  ask: (tab: string, isAsking: boolean) => Promise<ActionAnswer<DraftRoom>>;
  /** Hands the draft over to somebody who asks, or tells them "not now". */
  handOver: (operatorId: string) => Promise<ActionAnswer<DraftRoom>>;
  keep: (operatorId: string) => Promise<ActionAnswer<DraftRoom>>;
  /** This tab leaves; told also while the page is closed. */
  leave: (tab: string) => void;
  /** The check is one of what is stored. */
  acceptCheck: (input: { check: string; note: string }) => Promise<ActionAnswer<unknown>>;
  takeBackAcceptance: (input: { check: string }) => Promise<ActionAnswer<unknown>>;
};
