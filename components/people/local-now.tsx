"use client";

import { useText } from "@/components/text/text-provider";
import { clockText, zoneLabel } from "@/components/ui/time-text";
import { type Instant, toRfc3339 } from "@/core/time";

/** What the clock on somebody's wall shows: “14:05 Berlin”. */
export function LocalNow({ now, zone, locale }: { now: Instant; zone: string; locale: string }) {
  const t = useText();
  return (
    <time
      dateTime={toRfc3339(now)}
      title={t("people.localTimeIn", { zone })}
      className="whitespace-nowrap text-ft-3"
    >
      {clockText(now, zone, locale)} {zoneLabel(zone)}
    </time>
  );
}
