"use client";

import { useState } from "react";
import { Marked, SavedMark } from "@/components/settings/saved-mark";
import { type SaveResult, useSaved } from "@/components/settings/use-saved";
import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import { CAP_MAX, type CAPPED_CHANNELS } from "@/core/delivery/caps";
import { saveSettingsAction } from "../actions";

/** A whole number, empty for no limit; of all channels together or of one. */
export function LimitField({
  slug,
  channel,
  limit,
  initial,
  locked,
}: {
  slug: string;
  channel?: (typeof CAPPED_CHANNELS)[number];
  limit: "perDay" | "perWeek" | "gapMinutes";
  initial: number | null;
  locked: boolean;
}) {
  const t = useText();
  const [refused, setRefused] = useState<string>();
  const save = (text: string): Promise<SaveResult> => {
    const change = { [limit]: text === "" ? null : Number(text) };
    return saveSettingsAction(slug, {
      frequencyLimits: channel ? { channels: { [channel]: change } } : change,
    });
  };
  const { value, status, edit, commit, undo } = useSaved(
    initial === null ? "" : `${initial}`,
    save,
  );
  const label = channel
    ? t(limit === "perDay" ? "frequency.perDayOn" : "frequency.perWeekOn", {
        channel: t(`settings.channel_${channel}`),
      })
    : t(`frequency.${limit}`);
  const max = CAP_MAX[limit];

  const leave = () => {
    const text = value.trim();
    const n = Number(text);
    if (text !== "" && !(Number.isInteger(n) && n >= 1 && n <= max)) {
      return setRefused(t("frequency.wrong", { max }));
    }
    setRefused(undefined);
    void commit(text);
  };

  return (
    <Marked mark={<SavedMark status={status} undo={undo} field={label} />}>
      <TextField
        label={label}
        hint={channel ? undefined : t(`frequency.${limit}Hint`)}
        error={refused ?? (status.kind === "failed" ? status.message : undefined)}
        inputMode="numeric"
        placeholder={t("frequency.none")}
        className="max-w-48"
        value={value}
        readOnly={locked}
        onChange={(event) => edit(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </Marked>
  );
}
