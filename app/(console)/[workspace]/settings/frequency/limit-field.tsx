"use client";

import type { SaveResult } from "@/components/settings/use-saved";
import { useText } from "@/components/text/text-provider";
import { CAP_MAX, type CAPPED_CHANNELS } from "@/core/delivery/caps";
import { saveSettingsAction } from "../actions";
import { WholeNumberField } from "./whole-number-field";

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
  const save = (n: number | null): Promise<SaveResult> => {
    const change = { [limit]: n };
    return saveSettingsAction(slug, {
      frequencyLimits: channel ? { channels: { [channel]: change } } : change,
    });
  };
  const label = channel
    ? t(limit === "perDay" ? "frequency.perDayOn" : "frequency.perWeekOn", {
        channel: t(`settings.channel_${channel}`),
      })
    : t(`frequency.${limit}`);
  const max = CAP_MAX[limit];

  return (
    <WholeNumberField
      label={label}
      hint={channel ? undefined : t(`frequency.${limit}Hint`)}
      placeholder={t("frequency.none")}
      wrong={t("frequency.wrong", { max })}
      min={1}
      max={max}
      initial={initial}
      locked={locked}
      save={save}
    />
  );
}
