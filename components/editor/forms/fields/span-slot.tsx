"use client";

import { useText } from "@/components/text/text-provider";
import { Duration } from "@/core/calendar/duration";
import { Span } from "@/core/workflow/steps/shared";
import { type LengthDraft, lengthDraft, lengthOf, UNITS } from "../length-draft";
import { useDraft } from "../use-draft";
import { LengthInput } from "./length-input";
import { SlotGroup, type SlotProps, useSlotError } from "./slot-field";

const EMPTY: LengthDraft = { n: "", unit: "day" };

/** A length of time, which may be counted in business days. */
export function SpanSlot({ value, ...rest }: SlotProps<Span | undefined>) {
  return <LengthSlot {...rest} value={value} schema={Span} units={UNITS} />;
}

/** A length of time on the clock and the calendar: without business days. */
export function DurationSlot({ value, ...rest }: SlotProps<string | undefined>) {
  return (
    <LengthSlot
      {...rest}
      value={value}
      schema={Duration}
      units={UNITS.filter((unit) => unit !== "business_day")}
    />
  );
}

function LengthSlot<V extends Span>({
  field,
  label,
  hint,
  value,
  onChange,
  schema,
  units,
}: SlotProps<V | undefined> & {
  schema: { safeParse: (value: unknown) => { success: boolean; data?: V } };
  units: typeof UNITS;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<V | undefined, LengthDraft>({
    value,
    toDraft: (length) => (length === undefined ? EMPTY : lengthDraft(length)),
    toValue: (length) => {
      const parsed = schema.safeParse(lengthOf(length));
      return parsed.success && parsed.data !== undefined ? { value: parsed.data } : null;
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(field, unfinished, t("forms.lengthUnfinished"));
  return (
    <SlotGroup field={field} label={label} hint={hint} error={error} onLeave={leave}>
      <div className="flex flex-wrap gap-2">
        <LengthInput {...{ draft, edit, readOnly, units }} invalid={error !== undefined} />
      </div>
    </SlotGroup>
  );
}
