import type { ExampleCase } from "@/core/case/example-moment";
import type { Names } from "@/core/sentence/names";
import type { Channel } from "@/core/template/channel";
import type { Definition } from "@/core/workflow/definition";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import type { Severity } from "@/core/workflow/problems/problem";
import type { Step } from "@/core/workflow/step";

/** A content a send can use, published or in the draft. */
export type KnownContent = { key: string; label: string; channel: Channel };

/** Something to mend at a field; `path` counts from what the form edits: `until`, `channels.0`. */
export type FieldProblem = {
  path: string;
  message: string;
  severity: Severity;
  /** What a check is accepted by. */
  check?: string;
};

/** What the fields of a form know beside the value they edit. */
export type FormFacts = {
  definition: Definition;
  facts: EditorFacts;
  names: Names;
  contents: readonly KnownContent[];
  problems: readonly FieldProblem[];
  readOnly: boolean;
  /** Whom and when the example lines speak of; null: nobody is known. */
  example: ExampleCase | null;
  onOpenContent?: ((templateKey: string, channel: Channel) => void) | undefined;
};

/** `onChange` is called only with what the step's schema accepts. */
export type StepFormProps<S extends Step = Step> = FormFacts & {
  step: S;
  onChange: (next: S) => void;
};
