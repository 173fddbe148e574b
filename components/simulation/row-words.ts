import type { Text } from "@/components/text/text";
import { spanText, zoneLabel } from "@/components/ui/time-text";
import { HOUR_MS } from "@/core/time";
import type { EventRow } from "./event-rows";

/** Why it is so; where a channel was not needed, with what made it so. */
export function becauseWords({ message, because, isVain }: EventRow, t: Text): string | null {
  if (isVain) return t(isVain === "vain" ? "simulation.inVain" : "simulation.untracked");
  if (message?.status === "not_sent" && message.code === "skip.fallback_unneeded") {
    const { channel, unless } = message.params;
    if (typeof channel === "string" && typeof unless === "string") {
      return t("simulation.notNeeded", { channel, unless });
    }
  }
  return because;
}

/** “Wednesday 10 December 09:00, Berlin. Email sent.” */
export function spokenRow(row: EventRow, zone: string, locale: string, t: Text): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(row.at);
  const day = format({ weekday: "long", day: "numeric", month: "long" }).replace(",", "");
  const time = format({ hour: "2-digit", minute: "2-digit" });
  const moment = t("simulation.spokenMoment", { day, time, city: zoneLabel(zone) });
  return t("simulation.spoken", { moment, what: row.sentence });
}

/** What moved the clocks of a zone, and what that means for the row. */
export function clockWords(row: EventRow, locale: string, t: Text): string | null {
  const { clock, zone } = row;
  if (!clock) return null;
  const format = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at);
  return t("simulation.clockMoved", {
    city: zoneLabel(zone),
    way: clock.shiftMs > 0 ? "forward" : "back",
    length: spanText(Math.abs(clock.shiftMs), t),
    day: format(clock.at, { weekday: "short", day: "numeric", month: "short" }),
    time: format(row.at, { hour: "2-digit", minute: "2-digit" }),
    before: utcWords(clock.before),
    after: utcWords(clock.after),
  });
}

function utcWords(offset: number): string {
  const hours = Math.trunc(offset / HOUR_MS);
  const minutes = Math.abs(Math.round((offset % HOUR_MS) / (HOUR_MS / 60)));
  const rest = minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "−" : "+"}${Math.abs(hours)}${rest}`;
}
