import { chipsIn } from "@/core/template/chips";
import type { Variable } from "@/core/template/variables";

const LOOKS = {
  words: undefined,
  value:
    "rounded-[3px] bg-(--ft-accent-soft) shadow-[0_2px_var(--ft-accent-soft),0_-2px_var(--ft-accent-soft)]",
  unknown:
    "rounded-[3px] bg-(--ft-failed-soft) shadow-[0_2px_var(--ft-failed-soft),0_-2px_var(--ft-failed-soft)]",
  logic:
    "rounded-[3px] bg-(--ft-muted-soft) shadow-[0_2px_var(--ft-muted-soft),0_-2px_var(--ft-muted-soft)]",
};

/** A text whose values stand out. Takes as much room as the plain text, so that it can lie behind it. */
export function ChipText({ text, variables }: { text: string; variables: readonly Variable[] }) {
  return chipsIn(text, variables).map((chip, index) =>
    chip.kind === "words" ? (
      chip.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
      <span key={index} className={LOOKS[chip.kind]}>
        {chip.text}
      </span>
    ),
  );
}
