import type { DraftTemplate } from "@/core/template/draft-template";
import type { Definition } from "../definition";
import type { Step, StepKind } from "../step";
import type { WorkflowDocument } from "./document";
import type { Gap } from "./list-at";

/** One thing done to a document. Every surface of the editor makes its changes as one of these. */
export type Edit =
  | { do: "insert"; at: Gap; steps: readonly Step[] }
  | { do: "move"; ids: readonly string[]; to: Gap }
  | { do: "duplicate"; ids: readonly string[] }
  /** `keep`: the way of a single step whose steps take its place. */
  | { do: "remove"; ids: readonly string[]; keep?: string }
  | { do: "disable"; ids: readonly string[]; disabled: boolean }
  | { do: "set_step"; step: Step }
  | { do: "rename"; id: string; title: string }
  /** Puts a run of neighbours into the first path of a new branch. */
  | { do: "wrap"; ids: readonly string[]; branch: Extract<Step, { kind: "branch" }> }
  | { do: "swap"; a: string; b: string }
  /** Puts a value at a path of the definition; undefined takes it out. */
  | { do: "set_value"; path: readonly (string | number)[]; value: unknown }
  | { do: "add_stage"; index: number; id: string; name: string }
  | { do: "rename_stage"; id: string; name: string }
  | { do: "move_stage"; id: string; by: -1 | 1 }
  | { do: "remove_stage"; id: string }
  | { do: "set_settings"; name: string; definition: Definition }
  | { do: "set_content"; key: string; template: DraftTemplate | null }
  /** Another document in this one's place: an import, a restored version, the live one. */
  | { do: "replace"; document: WorkflowDocument; why: "import" | "restore" | "discard" | "reload" };

/** What was done, for the history menu and the announcement. */
export type Done = {
  do: Edit["do"];
  /** The first step it was done to; null for a stage, the settings or the whole document. */
  kind: StepKind | null;
  /** Steps it touched, those inside included. */
  steps: number;
  /** The stage, content or reason it was about. */
  name: string;
};

export type Refusal =
  | "no_such_step"
  | "no_such_stage"
  | "into_itself"
  | "last_stage"
  | "not_neighbours"
  | "nothing_changed"
  | "too_many_steps"
  | "too_many_stages"
  | "too_deep"
  | "not_valid";

export type Edited =
  | { ok: true; document: WorkflowDocument; done: Done; focus: string | null }
  | { ok: false; why: Refusal; issues: { path: string; message: string }[] };
