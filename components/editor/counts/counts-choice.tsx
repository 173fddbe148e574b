"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import { clockText } from "@/components/ui/time-text";
import { useWorld } from "../editor-context";
import { COUNTINGS } from "./counting";
import type { ShownCounts } from "./use-counting";

/** What is counted at the steps, and as of when. */
export function CountsChoice({ counting, count, liveVersion, asOf }: ShownCounts) {
  const t = useText();
  const locale = useLocale();
  const { viewerZone } = useWorld();
  return (
    <span className="inline-flex items-center gap-2">
      <fieldset className="ft-views">
        <legend className="sr-only">{t("editor.counts")}</legend>
        <span aria-hidden="true" className="hidden self-center px-2 text-ft-2 sm:inline">
          {t("editor.counts")}
        </span>
        {COUNTINGS.map((one) =>
          one === "version" && liveVersion === null ? null : (
            <label
              key={one}
              className="ft-view whitespace-nowrap"
              title={t("counts.shown", { counting: one })}
            >
              <input
                type="radio"
                name="counting"
                value={one}
                checked={counting === one}
                onChange={() => void count(one)}
              />
              {one === "version"
                ? t("counts.version", { version: liveVersion ?? 0 })
                : t(`counts.${one}`)}
            </label>
          ),
        )}
      </fieldset>
      {asOf === null ? null : (
        <span className="hidden text-xs text-ft-3 lg:inline">
          {t("counts.asOf", { time: clockText(asOf, viewerZone, locale) })}
        </span>
      )}
    </span>
  );
}
