"use client";

import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import { LocalTime } from "@/core/workflow/steps/shared";
import { useDraft } from "../use-draft";
import { type SlotProps, useSlotError } from "./slot-field";

/** A time of day on the 24-hour clock; `9` and `930` become 09:00 and 09:30 when the field is left. */
export function TimeSlot({ field, label, hint, value, onChange }: SlotProps<string | undefined>) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<string | undefined, string>({
    value,
    toDraft: (time) => time ?? "",
    toValue: (text) => {
      if (text.trim() === "") return { value: undefined };
      return LocalTime.safeParse(text).success ? { value: text } : null;
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(field, unfinished, t("forms.timeUnfinished"));
  return (
    <TextField
      {...{ label, hint, error, readOnly }}
      data-field={field}
      inputMode="text"
      placeholder="09:00"
      autoComplete="off"
      value={draft}
      onChange={({ target }) => edit(target.value)}
      onBlur={() => {
        edit(timeIn(draft) ?? draft);
        leave();
      }}
    />
  );
}

function timeIn(text: string): string | null {
  const [, hour, minute = "00"] = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*$/.exec(text) ?? [];
  const time = `${hour?.padStart(2, "0")}:${minute}`;
  return LocalTime.safeParse(time).success ? time : null;
}
