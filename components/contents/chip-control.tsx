"use client";

import { type ComponentProps, type RefObject, useLayoutEffect, useRef } from "react";
import { ChipText } from "./chip-text";
import { useContent } from "./editor-context";
import type { TextControl } from "./insert-text";

type Shared = Pick<
  ComponentProps<"textarea">,
  "id" | "aria-describedby" | "aria-invalid" | "readOnly" | "maxLength" | "placeholder" | "lang"
> & { value: string; onChange: (event: React.ChangeEvent<TextControl>) => void };

/** After the last line break a text box has one more line; this keeps it in the layer, too. */
const LAST_LINE = "\u200b";

/**
 * The platform's own text box with its values shown as chips: they are painted on a layer behind it that
 * only eyes meet, wraps and scrolls with it. A row count makes it a box of lines.
 */
export function ChipControl({
  control,
  rows,
  ...shared
}: Shared & { control: RefObject<TextControl | null>; rows?: number | undefined }) {
  const { variables } = useContent();
  const layer = useRef<HTMLSpanElement>(null);
  const follow = () => {
    const { current: behind } = layer;
    const { current: front } = control;
    if (!behind || !front) return;
    behind.scrollTop = front.scrollTop;
    behind.scrollLeft = front.scrollLeft;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text may scroll without an event.
  useLayoutEffect(follow, [shared.value]);
  const isLine = rows === undefined;
  const front = {
    ...shared,
    dir: "auto",
    onScroll: follow,
    onSelect: follow,
    className: "ft-input relative bg-transparent! [scrollbar-gutter:stable]",
  };
  return (
    <span className="relative grid">
      <span
        ref={layer}
        aria-hidden="true"
        dir="auto"
        className={`ft-input pointer-events-none absolute inset-0 overflow-hidden border-transparent! text-transparent! select-none [scrollbar-gutter:stable] forced-colors:hidden ${
          shared.readOnly ? "bg-ft-sunken!" : ""
        } ${isLine ? "flex items-center" : "py-2! break-words whitespace-pre-wrap [unicode-bidi:plaintext]"}`}
      >
        {isLine ? (
          <span className="shrink-0 whitespace-pre">
            <ChipText text={shared.value} variables={variables} />
          </span>
        ) : (
          <>
            <ChipText text={shared.value} variables={variables} />
            {LAST_LINE}
          </>
        )}
      </span>
      {isLine ? (
        <input
          {...front}
          ref={(node) => {
            control.current = node;
          }}
        />
      ) : (
        <textarea
          {...front}
          rows={rows}
          ref={(node) => {
            control.current = node;
          }}
        />
      )}
    </span>
  );
}
