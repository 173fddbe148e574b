import type { Escalate, Level } from "@/core/workflow/steps/escalate";
import { type Form, lengthWords, workingWords } from "./duration-words";
import { languageOf } from "./locale";
import { fieldsFor, label, type SentenceOptions } from "./names";
import { partyWords } from "./party";
import { flag, render } from "./render";
import { channelWords } from "./send-sentence";

/** Level by level: “Hand over to … by …. If nobody acknowledges in …, tell … by ….” */
export function escalateSentence(step: Escalate, options: SentenceOptions): string {
  const { locale } = options;
  const { policy, levels = [], repeat, fallback, priority, tell, announce } = step;
  const { acknowledgementTimeout: timeout } = step;
  const levelSentences = levels.map((level, i) =>
    levelSentence(level, levels[i - 1], i, i === levels.length - 1, options),
  );
  const slots = {
    hasAnnounce: flag(announce !== undefined),
    announceBefore: lengthWords(announce?.before, locale) ?? "",
    announced: channelWords(announce?.channels ?? [], locale),
    shape: policy === undefined ? "levels" : "policy",
    policy: policy === undefined ? "" : label("policy", policy, options, languageOf(locale)),
    levels: levelSentences.join(" "),
    hasRepeat: flag(repeat !== undefined),
    toLevel: repeat?.toLevel ?? 0,
    timesMax: repeat?.timesMax ?? 0,
    hasFallback: flag(fallback !== undefined),
    fallback: partyWords(fallback, options) ?? "",
    hasTimeout: flag(timeout !== undefined),
    timeout: timeout === undefined ? "" : clockedWords(timeout.after, timeout.clock, locale),
    timeoutDative:
      timeout === undefined ? "" : clockedWords(timeout.after, timeout.clock, locale, "dative"),
    hasPriority: flag(priority !== undefined),
    priority: render("word.priority", locale, { priority: priority ?? "" }),
    hasTell: flag(tell !== undefined),
    tell: channelWords(tell ?? [], locale),
  };
  return render(
    "step.escalate",
    locale,
    slots,
    fieldsFor(options, {
      toLevel: "repeat.toLevel",
      timesMax: "repeat.timesMax",
      announceBefore: "announce.before",
      announced: "announce.channels",
      timeout: "acknowledgementTimeout.after",
    }),
  );
}

function levelSentence(
  level: Level,
  before: Level | undefined,
  at: number,
  last: boolean,
  options: SentenceOptions,
): string {
  const { locale } = options;
  const slots = {
    place: before ? "later" : "first",
    to: partyWords(level.targets, options) ?? render("word.unknown", locale),
    channels: channelWords(level.channels, locale),
    until: before ? waitsFor(before) : "acknowledged",
    within: before ? withinWords(before, locale) : "",
    withinDative: before ? withinWords(before, locale, "dative") : "",
    last: flag(last),
    ownWithin: withinWords(level, locale),
    ownWithinDative: withinWords(level, locale, "dative"),
    ownUntil: waitsFor(level),
  };
  return render(
    "step.escalate.level",
    locale,
    slots,
    fieldsFor(options, {
      to: `levels.${at}.targets`,
      channels: `levels.${at}.channels`,
      before: untilField(before, at - 1),
      within: `levels.${at - 1}.acknowledgeWithin`,
      own: `levels.${at}.acknowledgeWithin`,
      until: untilField(level, at),
    }),
  );
}

/** What ends a level's time before it has run out. */
const waitsFor = ({ until, everyone }: Level): "acknowledged" | "everyone" | "resolved" =>
  until === "resolved" ? until : everyone ? "everyone" : "acknowledged";

const untilField = (level: Level | undefined, at: number): string =>
  `levels.${at}.${level && waitsFor(level) === "everyone" ? "everyone" : "until"}`;

const withinWords = ({ acknowledgeWithin, clock }: Level, locale: string, form?: Form): string =>
  clockedWords(acknowledgeWithin, clock, locale, form);

function clockedWords(
  length: string,
  clock: Level["clock"],
  locale: string,
  form: Form = "plain",
): string {
  if (clock === "working_hours") return workingWords(length, locale, form);
  return lengthWords(length, locale, form) ?? render("word.unknown", locale);
}
