"use client";

import { useText } from "@/components/text/text-provider";
import { Wait } from "@/core/workflow/steps/wait";
import type { Anchor, OffsetDraft, Side } from "../offset-draft";
import { offsetDraft, offsetOf, onSide } from "../offset-draft";
import { useDraft } from "../use-draft";
import { LengthInput } from "./length-input";
import { PathInput } from "./path-input";
import { SlotGroup, type SlotProps, useSlotError } from "./slot-field";

type Until = NonNullable<Wait["until"]>;

const isUntil = (until: Until) => Wait.safeParse({ id: "x", kind: "wait", until }).success;

/** A moment told from another: how far, on which side, and from what. */
export function OffsetSlot({ field, label, hint, value, onChange }: SlotProps<Until>) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<Until, OffsetDraft>({
    value,
    toDraft: offsetDraft,
    toValue: (typed) => {
      const until = offsetOf(typed);
      return until && isUntil(until) ? { value: until } : null;
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(field, unfinished, t("forms.offsetUnfinished"), true);
  const invalid = error !== undefined;
  const sides: Record<Side, string> = {
    before: t("forms.sideBefore"),
    at: t("forms.sideAt"),
    after: t("forms.sideAfter"),
    fraction: t("forms.sideFraction"),
  };
  const anchors: Record<Anchor, string> = {
    due: t("forms.anchorDue"),
    opened: t("forms.anchorOpened"),
    lastMessage: t("forms.anchorLastMessage"),
    path: t("forms.anchorPath"),
  };
  return (
    <SlotGroup field={field} label={label} hint={hint} error={error} onLeave={leave}>
      <div className="flex flex-wrap gap-2">
        {draft.side === "at" || draft.side === "fraction" ? null : (
          <LengthInput
            draft={draft.length}
            edit={(length) => edit({ ...draft, length })}
            {...{ readOnly, invalid }}
          />
        )}
        {draft.side === "fraction" ? (
          <input
            className="ft-input w-20"
            aria-label={t("forms.percent")}
            aria-invalid={invalid}
            inputMode="decimal"
            autoComplete="off"
            readOnly={readOnly}
            value={draft.length.n}
            onChange={({ target }) =>
              edit({ ...draft, length: { ...draft.length, n: target.value } })
            }
          />
        ) : null}
        <Words
          label={t("forms.side")}
          words={sides}
          value={draft.side}
          readOnly={readOnly}
          onChange={(side) => edit(onSide(draft, side))}
        />
        {draft.side === "fraction" ? null : (
          <Words
            label={t("forms.anchor")}
            words={anchors}
            value={draft.anchor}
            readOnly={readOnly}
            onChange={(anchor) => edit({ ...draft, anchor })}
          />
        )}
      </div>
      {draft.anchor === "path" && draft.side !== "fraction" ? (
        <PathInput
          label={t("forms.anchorField")}
          value={draft.path}
          invalid={invalid}
          readOnly={readOnly}
          onChange={(path) => edit({ ...draft, path })}
        />
      ) : null}
    </SlotGroup>
  );
}

function Words<T extends string>({
  label,
  words,
  value,
  readOnly,
  onChange,
}: {
  label: string;
  words: Record<T, string>;
  value: T;
  readOnly: boolean;
  onChange: (next: T) => void;
}) {
  return (
    <select
      className="ft-input w-auto min-w-32 flex-1"
      aria-label={label}
      disabled={readOnly}
      value={value}
      onChange={({ target }) => onChange(target.value as T)}
    >
      {Object.entries<string>(words).map(([word, text]) => (
        <option key={word} value={word}>
          {text}
        </option>
      ))}
    </select>
  );
}
