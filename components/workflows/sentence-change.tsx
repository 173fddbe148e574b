import { textRuns } from "@/core/workflow/compare/text-runs";

/** Two readings of a text as one: what goes is struck out, what comes is marked. */
export function SentenceChange({
  before,
  after,
  side,
}: {
  before: string | null;
  after: string | null;
  /** Only one of the two readings, beside the other one. */
  side?: "before" | "after";
}) {
  const hidden = side === "before" ? "added" : side === "after" ? "removed" : null;
  let at = 0;
  return (
    <>
      {textRuns(before ?? "", after ?? "").map(({ kind, text }) => {
        const place = at;
        at += text.length;
        if (kind === hidden) return null;
        const key = `${place} ${kind}`;
        if (kind === "removed") {
          return (
            <del key={key} className="text-ft-3 line-through [&+ins]:ms-1">
              {text}
            </del>
          );
        }
        if (kind === "added") {
          return (
            <ins key={key} className="font-semibold underline decoration-2 underline-offset-2">
              {text}
            </ins>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </>
  );
}
