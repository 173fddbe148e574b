"use client";

import { useEffect, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { spanText } from "@/components/ui/time-text";
import { SECOND_MS } from "@/core/time";
import { POLL_MS } from "./live-client";
import { useLiveStatus } from "./live-provider";

/** Whether the page is current, how old its data is, and the way to stop and go on. */
export function LiveControl() {
  const { state, lastAt, client, zone } = useLiveStatus();
  const t = useText();
  const locale = useLocale();
  const shown = t(`live.${state}`, { n: POLL_MS / SECOND_MS });
  const isLive = state === "live" || state === "polling";
  const isPaused = state === "paused";
  return (
    <Button look="tertiary" size="sm" onPress={() => (isPaused ? client.resume() : client.pause())}>
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${state === "live" ? "bg-(--ft-resolved)" : "border border-current"}`}
      />
      {shown}
      {lastAt === null ? null : (
        <span className="font-normal text-ft-3 tabular-nums">
          {isLive ? (
            <Age since={lastAt} />
          ) : (
            t("live.lastUpdate", { time: withSeconds(lastAt, zone, locale) })
          )}
        </span>
      )}
      <span className="sr-only">{t(isPaused ? "live.resume" : "live.pause")}</span>
    </Button>
  );
}

function Age({ since }: { since: number }) {
  const t = useText();
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return t("ui.ago", { span: spanText(Math.max(0, now - since), t) });
}

const withSeconds = (at: number, timeZone: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "medium" }).format(at);
