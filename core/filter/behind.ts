import type { Measure } from "@/core/metrics/measure";
import { Channel } from "@/core/template/channel";
import type { Days, ReportFilters } from "./report-asked";

/** A number of the reports: what it counts, where, and of which cases. */
export type BehindNumber = {
  measure: Measure;
  /** The number's own; the page's are among the filters. */
  stage?: string | undefined;
  channel?: Channel | undefined;
  days: Days;
  filters: ReportFilters;
};

const OWN = { stage: "at", channel: "on" } as const;
const PAGES = [
  "workflow",
  "version",
  "stage",
  "channel",
  "topic",
  "team",
  "locale",
  "arm",
  "segment",
] as const satisfies (keyof ReportFilters)[];

/** The number as values of the filter `behind`: its measure first, then `name:value`. */
export function behindValues({ measure, stage, channel, days, filters }: BehindNumber): string[] {
  const named: [string, string | number | undefined][] = [
    ["from", days.from],
    ["to", days.to],
    [OWN.stage, stage],
    [OWN.channel, channel],
    ...PAGES.map((name): [string, string | number | undefined] => [name, filters[name]]),
  ];
  return [
    measure,
    ...named.flatMap(([name, value]) => (value === undefined ? [] : `${name}:${value}`)),
  ];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The number that these values say, or null where they say none. */
export function readBehind([measure, ...named]: readonly string[]): BehindNumber | null {
  const text = (name: string) =>
    named.find((each) => each.startsWith(`${name}:`))?.slice(name.length + 1);
  const [from, to, segment] = [text("from"), text("to"), text("segment")];
  const version = text("version");
  const [on, channel] = [text(OWN.channel), text("channel")].map((value) =>
    value === undefined ? undefined : Channel.safeParse(value),
  );
  if (!measure || !/^[a-z_]+(\/[a-z0-9_.-]+)?$/.test(measure) || !from || !to) return null;
  if (on?.success === false || channel?.success === false) return null;
  if (version !== undefined && !/^\d{1,4}$/.test(version)) return null;
  if (segment !== undefined && !UUID.test(segment)) return null;
  return {
    measure: measure as Measure,
    stage: text(OWN.stage),
    channel: on?.data,
    days: { from, to },
    filters: {
      workflow: text("workflow"),
      version: version === undefined ? undefined : Number(version),
      stage: text("stage"),
      channel: channel?.data,
      topic: text("topic"),
      team: text("team"),
      locale: text("locale"),
      arm: text("arm"),
      segment,
    },
  };
}
