"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { Skeleton } from "@/components/ui/skeleton";
import { changePreview } from "./preview-actions";

/** A line of the plan before and after, in words of the person's zone. */
type Move = { what: string; from: string | null; to: string | null };
type Preview = {
  moves: Move[];
  unchanged: number;
  /** The moment that was typed, on both clocks, and as it is handed over. */
  at: { iso: string; person: string; yours: string | null } | null;
  /** What is wrong with what was typed. */
  problem: string | null;
};
type Asked = Parameters<typeof changePreview>[1]["change"];

const SETTLED_MS = 250;
const SHOWN_MAX = 12;

/** What a change would do to the plan, asked again a moment after it was typed. */
export function usePreview(slug: string, caseId: string, change: Asked | null) {
  const t = useText();
  const [preview, setPreview] = useState<Preview>();
  const ask = useEffectEvent((of: string, input: Parameters<typeof changePreview>[1]) =>
    answerOf(() => changePreview(of, input), t),
  );
  const asked = change === null ? null : JSON.stringify(change);
  useEffect(() => {
    setPreview(undefined);
    if (asked === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const result = await ask(slug, { caseId, change: JSON.parse(asked) });
      if (!current) return;
      const failed = { moves: [], unchanged: 0, at: null };
      setPreview(result.ok ? result.value : { ...failed, problem: result.message });
    }, SETTLED_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [slug, caseId, asked]);
  return preview;
}

/** The plan before and after, line by line. */
export function Moves({ title, preview }: { title: string; preview: Preview | undefined }) {
  const t = useText();
  return (
    <section aria-live="polite" aria-label={title} className="grid gap-1">
      <h3 className="ft-label">{title}</h3>
      {preview ? <MoveList preview={preview} /> : <Skeleton height={20} width="80%" />}
      {preview && preview.moves.length > 0 && preview.unchanged > 0 ? (
        <p className="text-xs text-ft-3">{t("case.movesRest", { n: preview.unchanged })}</p>
      ) : null}
    </section>
  );
}

function MoveList({ preview: { moves, unchanged, problem } }: { preview: Preview }) {
  const t = useText();
  if (problem) return <p className="text-(--ft-failed)">{problem}</p>;
  if (moves.length === 0) {
    return <p className="text-ft-2">{t(unchanged > 0 ? "case.movesNone" : "case.movesEmpty")}</p>;
  }
  return (
    <ul className="grid max-h-56 gap-1.5 overflow-y-auto">
      {moves.slice(0, SHOWN_MAX).map(({ what, from, to }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only ever replaced whole.
        <li key={place}>
          <p>{what}</p>
          <p className="text-xs text-ft-2">
            {from === null
              ? t("case.moveNew", { to: to ?? "" })
              : to === null
                ? t("case.moveGone", { from })
                : t("case.moveFromTo", { from, to })}
          </p>
        </li>
      ))}
    </ul>
  );
}
