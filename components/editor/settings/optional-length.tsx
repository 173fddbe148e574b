"use client";

import { useText } from "@/components/text/text-provider";
import { Duration } from "@/core/calendar/duration";
import { LengthInput } from "../forms/fields/length-input";
import { SlotGroup, type SlotProps, useSlotError } from "../forms/fields/slot-field";
import { type LengthDraft, lengthDraft, lengthOf, UNITS } from "../forms/length-draft";
import { useDraft } from "../forms/use-draft";

type Draft = { isOwn: boolean; length: LengthDraft };
const CLOCK_UNITS = UNITS.filter((unit) => unit !== "business_day");

/** A length of time, or the one that holds without one: `standard` says which. */
export function OptionalLength({
  field,
  label,
  hint,
  standard,
  value,
  onChange,
}: SlotProps<string | undefined> & { standard: string }) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<string | undefined, Draft>({
    value,
    toDraft: (length) => ({
      isOwn: length !== undefined,
      length: length === undefined ? { n: "", unit: "day" } : lengthDraft(length),
    }),
    toValue: ({ isOwn, length }) => {
      if (!isOwn) return { value: undefined };
      const parsed = Duration.safeParse(lengthOf(length));
      return parsed.success ? { value: parsed.data } : null;
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(field, unfinished, t("forms.lengthUnfinished"));
  return (
    <SlotGroup {...{ field, label, hint, error }} onLeave={leave}>
      <div className="flex flex-wrap gap-2">
        <select
          className="ft-input"
          aria-label={label}
          disabled={readOnly}
          value={draft.isOwn ? "own" : "standard"}
          onChange={({ target }) => edit({ ...draft, isOwn: target.value === "own" })}
        >
          <option value="standard">{standard}</option>
          <option value="own">{t("wfsettings.ownLength")}</option>
        </select>
        {draft.isOwn ? (
          <LengthInput
            draft={draft.length}
            edit={(length) => edit({ ...draft, length })}
            readOnly={readOnly}
            invalid={error !== undefined}
            units={CLOCK_UNITS}
          />
        ) : null}
      </div>
    </SlotGroup>
  );
}
