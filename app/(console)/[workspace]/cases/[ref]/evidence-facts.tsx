import type { ReactNode } from "react";
import { addressText } from "@/components/people/address-text";
import { Time } from "@/components/ui/time";
import { WEEKDAYS } from "@/core/calendar/civil";
import { Actor } from "@/core/case/state";
import { FREQUENCIES } from "@/core/delivery/gate-input";
import { GATE_NAMES } from "@/core/delivery/gate-states";
import { browserOf } from "@/core/delivery/push-address";
import { actorName } from "@/core/sentence/actor";
import { isRecord } from "@/core/sentence/param-text";
import { joinList } from "@/core/sentence/render";
import { stepSentence } from "@/core/sentence/step-sentence";
import { Channel } from "@/core/template/channel";
import { walk } from "@/core/workflow/definition";
import type { PageView } from "../../page-view";
import type { LoadedCase } from "./load-case";
import type { Line } from "./timeline-lines";

type Fact = { name: string; value: ReactNode };

type Reading = { line: Line; loaded: LoadedCase; view: PageView };

const TEXT_MAX = 400;
const OPENED_BY = ["human", "proxy", "scanner", "unknown"] as const;

const oneOf = <T extends string>(words: readonly T[], value: unknown): T | undefined =>
  words.find((word) => word === value);

/** What a line rests on, in words: its rule, and what was looked at as it was then. */
export function evidenceFacts({ line, loaded, view }: Reading): Fact[] {
  const { t } = view;
  const { evidence, params } = line;
  const rule = stepText(line, loaded, view);
  const by = Actor.safeParse(params.by).data;
  const known = new Set<string>();
  const facts = Object.keys(READERS).flatMap((key) => {
    const value = evidence[key];
    if (value === undefined || value === null) return [];
    known.add(key);
    const shown = READERS[key]?.(value, { line, loaded, view });
    return shown == null ? [] : [{ name: t(FACT_NAMES[key] ?? "case.factOther"), value: shown }];
  });
  const others = Object.entries(evidence).filter(
    ([key, value]) => !known.has(key) && !SILENT.has(key) && value !== null,
  );
  return [
    ...(rule ? [{ name: t("case.factRule", { version: loaded.row.version }), value: rule }] : []),
    ...(by ? [{ name: t("case.factActor"), value: actorName(by, view.locale) }] : []),
    ...facts,
    ...others.map(([key, value]) => ({ name: key, value: plain(value) })),
  ];
}

function stepText({ step }: Line, { definition, sentenceNames }: LoadedCase, { locale }: PageView) {
  if (step === null || !definition) return null;
  for (const place of walk(definition)) {
    if (place.step.id === step) return stepSentence(place.step, { locale, names: sentenceNames });
  }
  return null;
}

type Reader = (value: unknown, reading: Reading) => ReactNode;

/** Told by the sentence already, or by another fact. */
const SILENT = new Set(["openedBy", "earlier", "told", "ending", "exists", "at", "conditions"]);

const text: Reader = (value) => plain(value);
const moment: Reader = (value, { loaded: { zone }, view: { viewerZone, now, locale } }) => {
  const at = value instanceof Date ? value : new Date(value as string | number);
  return Number.isNaN(at.getTime()) ? null : (
    <Time at={at} {...{ zone, viewerZone, now, locale }} show="absolute" />
  );
};

const READERS: Record<string, Reader> = {
  gate: (value, { view: { t } }) => {
    const gate = oneOf(GATE_NAMES, value);
    return gate ? t(`case.gate_${gate}`) : plain(value);
  },
  case: (value, { view: { t } }) => t("case.statusWas", { status: String(value) }),
  status: (value, { view: { t } }) => t("case.statusWas", { status: String(value) }),
  topic: (value, { loaded: { topicName, definition } }) =>
    value === definition?.topic ? (topicName ?? plain(value)) : plain(value),
  required: (value, { view: { t } }) => t(value === true ? "common.yes" : "common.no"),
  preference: (value, { view }) => preferenceWords(value, view),
  defaultChannels: (value, { view }) => channelsWords(value, view),
  consent: (value, { view: { t } }) =>
    t(value === true ? "case.consentGiven" : "case.consentTaken"),
  addresses: (value, { view: { t } }) =>
    Array.isArray(value) && value.length > 0
      ? value.map((address) => addressWords(address, t)).join("; ")
      : t("case.noAddress"),
  quietHours: (value, { view }) => windowsWords(value, view),
  window: (value, { view }) => windowsWords([value], view),
  zone: text,
  pausedUntil: moment,
  snoozedUntil: moment,
  holdout: (value, { view: { t } }) => t(value === true ? "common.yes" : "common.no"),
  condition: (value) => <code className="font-mono">{plain(value)}</code>,
  missing: (value) =>
    Array.isArray(value) && value.length === 0 ? null : (
      <code className="font-mono">{plain(value)}</code>
    ),
  to: text,
  provider: text,
  providerMessageId: (value) => <code className="font-mono">{plain(value)}</code>,
  deliveredAt: moment,
  openedAt: (value, reading) => {
    const by = oneOf(OPENED_BY, reading.line.evidence.openedBy);
    return (
      <>
        {moment(value, reading)}
        {by ? ` · ${reading.view.t(`case.opened_${by}`)}` : null}
      </>
    );
  },
  clickedAt: moment,
  repliedAt: moment,
};

const FACT_NAMES: Record<string, Parameters<PageView["t"]>[0]> = {
  gate: "case.factGate",
  case: "case.factCase",
  status: "case.factCase",
  topic: "case.factTopic",
  required: "case.factRequired",
  preference: "case.factPreference",
  defaultChannels: "case.factDefaultChannels",
  consent: "case.factConsent",
  addresses: "case.factAddresses",
  quietHours: "case.factQuietHours",
  window: "case.factWindow",
  zone: "case.factZone",
  pausedUntil: "case.factPausedUntil",
  snoozedUntil: "case.factSnoozedUntil",
  holdout: "case.factHoldout",
  condition: "case.factCondition",
  missing: "case.factMissing",
  to: "case.factTo",
  provider: "case.factProvider",
  providerMessageId: "case.factProviderId",
  deliveredAt: "case.factDelivered",
  openedAt: "case.factOpened",
  clickedAt: "case.factClicked",
  repliedAt: "case.factReplied",
};

function plain(value: unknown): string {
  const shown =
    value instanceof Date
      ? value.toISOString()
      : typeof value === "object"
        ? Array.isArray(value) && value.every((item) => typeof item !== "object")
          ? value.join(", ")
          : JSON.stringify(value)
        : String(value);
  return shown.length > TEXT_MAX ? `${shown.slice(0, TEXT_MAX)}…` : shown;
}

/** How often and on which channels somebody wants a topic. */
export function preferenceWords(value: unknown, { t }: PageView): string | null {
  if (!isRecord(value)) return null;
  const frequency = oneOf(FREQUENCIES, value.frequency);
  const channels = isRecord(value.channels) ? Object.entries(value.channels) : [];
  const words = channels.flatMap(([channel, isOn]) => {
    const known = Channel.safeParse(channel).data;
    if (!known) return [];
    const name = t(`case.channel_${known}`);
    return [t(isOn === true ? "case.channelOn" : "case.channelOff", { channel: name })];
  });
  const parts = [...(frequency ? [t(`case.frequency_${frequency}`)] : []), ...words];
  return parts.length === 0 ? null : parts.join(" · ");
}

function channelsWords(value: unknown, { t, locale }: PageView): string | null {
  if (!Array.isArray(value)) return null;
  if (value.length === 0) return t("case.allChannels");
  const names = value.flatMap((channel) => {
    const known = Channel.safeParse(channel).data;
    return known ? [t(`case.channel_${known}`)] : [];
  });
  return joinList(names, locale);
}

function addressWords(value: unknown, t: PageView["t"]): string {
  if (!isRecord(value)) return plain(value);
  const known = String(value.address);
  const address = browserOf(known) ? addressText(t, "push", known) : known;
  if (isRecord(value.suppressed)) return t("case.addressSuppressed", { address });
  return value.verified === true ? address : t("case.addressUnverified", { address });
}

/** “Mon, Tue ” before the hours, where it is not every day. */
function daysWords(days: unknown, locale: string): string {
  if (!Array.isArray(days) || days.length === WEEKDAYS.length) return "";
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const names = WEEKDAYS.flatMap((day, i) =>
    days.includes(day) ? [format.format(Date.UTC(2024, 0, 1 + i))] : [],
  );
  return `${names.join(", ")} `;
}

/** “22:00–07:00”, with the days where it is not every day. */
export function windowsWords(value: unknown, { locale }: PageView): string | null {
  const spans = (Array.isArray(value) ? value : [value]).flatMap((window) =>
    isRecord(window) && typeof window.from === "string"
      ? [`${daysWords(window.days, locale)}${window.from}–${String(window.to)}`]
      : [],
  );
  return spans.length === 0 ? null : joinList(spans, locale);
}
