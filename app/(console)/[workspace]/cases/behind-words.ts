import "server-only";
import { givenValue } from "@/components/lists/filter-words";
import type { FieldOption } from "@/components/lists/list-context";
import { en } from "@/components/text/en";
import type { Text } from "@/components/text/text";
import { type BehindNumber, readBehind } from "@/core/filter/behind";
import type { Filter } from "@/core/filter/field";
import { armsWords } from "@/core/metrics/arm-of";
import { codeSentence } from "@/core/sentence/decision-sentence";
import type { PageView } from "../page-view";

type Names = Record<"workflows" | "stages" | "teams", ReadonlyMap<string, string>>;

/** The numbers among the filters, as their chips say them: "no answer in Reminder, 1–30 Nov". */
export const behindOptions = (
  filters: readonly Filter[],
  view: PageView,
  names: Names,
): FieldOption[] =>
  filters.flatMap(({ field, values }) =>
    field === "behind"
      ? { value: givenValue(values), label: wordsOf(readBehind(values), view, names) }
      : [],
  );

function wordsOf(number: BehindNumber | null, view: PageView, names: Names): string {
  const { t, locale } = view;
  if (!number) return t("blocks.behindUnknown");
  const { measure, stage, channel, days } = number;
  const named = (of: keyof Names, key: string) => names[of].get(key) ?? key;
  const parts = [
    (what: string) =>
      stage === undefined
        ? what
        : t("blocks.behindInStage", { what, stage: named("stages", stage) }),
    (what: string) =>
      channel === undefined
        ? what
        : t("blocks.behindByChannel", { what, channel: t("messages.channelName", { channel }) }),
    (what: string) => t("blocks.behindOn", { what, days: daysText(days, locale) }),
    (what: string) => {
      const filters = filterTexts(number, t, named);
      if (filters.length === 0) return what;
      const list = new Intl.ListFormat(locale, { type: "unit" }).format(filters);
      return t("blocks.behindFilters", { what, filters: list });
    },
  ];
  return parts.reduce((what, part) => part(what), measureText(measure, view));
}

function measureText(measure: string, { t, locale, viewerZone }: PageView): string {
  const [of = "", reason] = measure.split("/");
  if (reason !== undefined && (of === "not_sent" || of === "held" || of === "failed")) {
    const words = codeSentence(reason, {}, { locale, zone: viewerZone }).replace(/\.$/, "");
    return t(`blocks.of_${of}`, { reason: words });
  }
  const key = `of_${measure}`;
  return isKey(key) ? t(`blocks.${key}`) : t("blocks.of_other", { measure });
}

type Plain = Exclude<
  Extract<keyof typeof en.blocks, `of_${string}`>,
  "of_other" | "of_not_sent" | "of_held" | "of_failed"
>;
const TAKES_WORDS = ["of_other", "of_not_sent", "of_held", "of_failed"];
const isKey = (key: string): key is Plain =>
  Object.hasOwn(en.blocks, key) && !TAKES_WORDS.includes(key);

function filterTexts(
  { filters }: BehindNumber,
  t: Text,
  named: (of: keyof Names, key: string) => string,
): string[] {
  const { workflow, version, stage, channel, topic, team, locale, arm, segment } = filters;
  const said = <T>(value: T | undefined, words: (value: T) => string) =>
    value === undefined ? [] : [words(value)];
  return [
    ...said(workflow, (key) => named("workflows", key)),
    ...said(version, (n) => t("blocks.behindVersion", { n: String(n) })),
    ...said(stage, (id) => t("blocks.behindOfStage", { stage: named("stages", id) })),
    ...said(channel, (one) =>
      t("blocks.behindOfChannel", { channel: t("messages.channelName", { channel: one }) }),
    ),
    ...said(topic, (key) => `${t("analytics.field_topic")} ${key}`),
    ...said(team, (key) => named("teams", key)),
    ...said(locale, (tag) => `${t("analytics.field_locale")} ${tag}`),
    ...said(arm, (key) => `${t("analytics.field_arm")} ${armsWords(key)}`),
    ...said(segment, () => t("blocks.behindSegment")),
  ];
}

const daysText = ({ from, to }: BehindNumber["days"], locale: string): string => {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  if (!Number.isFinite(at(from)) || !Number.isFinite(at(to))) return `${from}–${to}`;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return format.formatRange(at(from), at(to));
};
