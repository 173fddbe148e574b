/** What a difference is about, in the order it is told. */
export const DIFFERENCE_GROUPS = ["stops", "timing", "messages", "people", "settings"] as const;
export type DifferenceGroup = (typeof DIFFERENCE_GROUPS)[number];

/** One difference between two documents, in sentences. */
export type Difference = {
  kind: "added" | "removed" | "changed" | "moved" | "setting";
  /** Id of a step or a stage, or the name of the setting. */
  what: string;
  before: string | null;
  after: string | null;
  group: DifferenceGroup;
  /** The stage it happens in; null for what stands outside. */
  stage: string | null;
  /** What changed beside the sentence: “Also changed: the note.” */
  also: string | null;
};
