"use client";

import { useText } from "@/components/text/text-provider";
import { HELPER_GAP_MINUTES_MAX } from "@/core/delivery/caps";
import { GAP_MINUTES_USUAL } from "@/core/delivery/helper-gap";
import { saveSettingsAction } from "../actions";
import { WholeNumberField } from "./whole-number-field";

/** The minutes between two messages to somebody on duty; empty for the usual ones. */
export function HelperGapField({
  slug,
  initial,
  locked,
}: {
  slug: string;
  initial: number | null;
  locked: boolean;
}) {
  const t = useText();
  const usual = GAP_MINUTES_USUAL;
  return (
    <WholeNumberField
      label={t("frequency.helperGap")}
      hint={t("frequency.helperGapHint", { usual })}
      placeholder={`${usual}`}
      wrong={t("frequency.helperGapWrong", { max: HELPER_GAP_MINUTES_MAX, usual })}
      min={0}
      max={HELPER_GAP_MINUTES_MAX}
      initial={initial}
      locked={locked}
      save={(n) =>
        saveSettingsAction(slug, {
          frequencyLimits: { helpers: n === null ? null : { gapMinutes: n } },
        })
      }
    />
  );
}
