import type { Instant } from "@/core/time";
import { toRfc3339 } from "@/core/time";
import { RelativeNow } from "./relative-now";
import { type Reading, TimeCard } from "./time-card";
import { absoluteText, nearText, RELATIVE_LIMIT_MS, zoneLabel } from "./time-text";

export type TimeProps = {
  at: Instant | Date;
  /** Whose clock it is told by (IANA). Absent: the viewer's, which needs no label. */
  zone?: string | undefined;
  viewerZone: string;
  /** The workspace's now: a sandbox may have its own. */
  now: Instant;
  /**
   * `auto`: relative within 7 days, absolute beyond. `near`: the day as a word from yesterday to
   * tomorrow. `span`: how long ago or ahead, after “for” and “seit”.
   */
  show?: "auto" | "absolute" | "relative" | "near" | "span";
  /** Keeps `in 4 min` true while the page stays open. Off where a test clock rules. */
  ticking?: boolean;
  /** What produced the moment: "2 days before due, 09:00, business days". */
  rule?: string | undefined;
  /** A card with every reading, copyable, behind a button; without it a plain tooltip, for lists. */
  details?: boolean;
  locale?: string;
};

/** The one way to show a moment: `<time datetime>`, rendered by the server, the zone named when it is not the viewer's. */
export function Time({
  at,
  zone,
  viewerZone,
  now,
  show = "auto",
  ticking = false,
  rule,
  details = false,
  locale = "en-GB",
}: TimeProps) {
  const moment = typeof at === "number" ? at : at.getTime();
  const shownZone = zone ?? viewerZone;
  const absolute = absoluteText(moment, shownZone, now, locale);
  const labelled = zone ? `${absolute} ${zoneLabel(zone)}` : absolute;
  const relative =
    show === "relative" ||
    show === "span" ||
    (show === "auto" && Math.abs(moment - now) < RELATIVE_LIMIT_MS);
  const readings: Reading[] = [
    { name: zoneLabel(shownZone), text: `${absolute} (${shownZone})` },
    ...(shownZone === viewerZone
      ? []
      : [
          {
            name: null,
            text: `${absoluteText(moment, viewerZone, now, locale)} (${viewerZone})`,
          },
        ]),
    { name: "UTC", text: toRfc3339(moment) },
  ];
  const said = show === "near" ? nearText(moment, shownZone, now, locale) : absolute;
  const text = relative ? (
    <RelativeNow at={moment} now={now} ticking={ticking} bare={show === "span"} />
  ) : zone ? (
    `${said} ${zoneLabel(zone)}`
  ) : (
    said
  );
  const title = details ? undefined : titleOf(readings, rule);
  const shown = (
    <time dateTime={toRfc3339(moment)} title={title} className="whitespace-nowrap">
      {text}
    </time>
  );
  if (!details) return shown;
  return (
    <TimeCard moment={labelled} readings={readings} epoch={moment} rule={rule}>
      {shown}
    </TimeCard>
  );
}

function titleOf(readings: { text: string }[], rule: string | undefined): string {
  const lines = readings.map(({ text }) => text);
  return rule ? [...lines, rule].join("\n") : lines.join("\n");
}
