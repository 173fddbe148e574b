"use client";

import type { SentencePart } from "@/core/sentence/sentence-parts";

/** A sentence whose slots are buttons that lead to their controls. Keyed by place: slots come and go. */
export function SentenceHead({
  parts,
  onSlot,
}: {
  parts: readonly SentencePart[];
  onSlot: (field: string) => void;
}) {
  return (
    <p className="text-[0.9375rem]/6 text-ft-1 [overflow-wrap:anywhere]" data-sentence="">
      {parts.map((part, i) =>
        "slot" in part ? (
          // biome-ignore lint/a11y/useSemanticElements: a real button cannot break across lines
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name of its own
            key={i}
            role="button"
            tabIndex={0}
            className="cursor-pointer rounded-sm underline decoration-ft-3 decoration-dotted underline-offset-4 hover:bg-ft-sunken hover:decoration-solid"
            onClick={() => onSlot(part.slot)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              onSlot(part.slot);
            }}
          >
            {part.text}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name of its own
          <span key={i}>{part.text}</span>
        ),
      )}
    </p>
  );
}
