import { type Missing, splitMarks } from "@/core/template/preview-content";

/** A text of a preview; what is missing in it is marked and named. */
export function Marked({ text, missing }: { text: string; missing: readonly Missing[] }) {
  return splitMarks(text).map((part, index) =>
    typeof part === "string" ? (
      part
    ) : (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
        key={index}
        className="rounded-sm border border-dashed border-(--ft-due) bg-(--ft-due-soft) px-1 text-(--ft-due)"
      >
        {missing[part.missing]?.path ?? "?"}
      </mark>
    ),
  );
}
