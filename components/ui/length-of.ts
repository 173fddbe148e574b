const HOUR_S = 3_600;

/** A length of time to the two units that matter: "45 s", "12 min", "3 hr, 20 min". */
export function lengthOf(seconds: number, locale: string): string {
  const short = (value: number, unit: "second" | "minute" | "hour" | "day") =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
  if (seconds < 60) return short(Math.round(seconds), "second");
  if (seconds < HOUR_S) return short(Math.round(seconds / 60), "minute");
  const hours = Math.floor(seconds / HOUR_S);
  if (hours >= 48) return short(Math.round(hours / 24), "day");
  const minutes = Math.round((seconds % HOUR_S) / 60);
  return minutes === 0
    ? short(hours, "hour")
    : `${short(hours, "hour")} ${short(minutes, "minute")}`;
}
