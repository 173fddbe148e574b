import { Channel } from "@/core/template/channel";
import type { Send } from "@/core/workflow/steps/send";
import { type ChannelTemplate, channelOf } from "@/core/workflow/steps/shared";
import { lengthWords } from "./duration-words";
import { fieldsFor, type SentenceOptions } from "./names";
import { partyWords } from "./party";
import { flag, joinList, render, type Slots } from "./render";

/** “Email the person: “Your invoice”. If not opened in 4 hours, send SMS “Short” instead.” */
export function sendSentence(step: Send, options: SentenceOptions): string {
  const { locale } = options;
  const entries = step.channels ?? step.anyOf ?? [];
  const [first] = entries;
  const one = entries.length === 1 && first ? channelOf(first) : null;
  const uses = entries.map((entry) => templateUse(entry, options));
  const list = step.channels ? "channels" : "anyOf";
  const slots = {
    shape: one ? "one" : step.channels ? "all" : "any",
    channel: one?.channel ?? "",
    template: one ? templateName(one.template, options) : "",
    to: partyWords(step.to ?? "person", options) ?? render("word.unknown", locale),
    uses: joinList(uses, locale, step.channels ? "conjunction" : "disjunction"),
    ignoreQuietHours: flag(step.ignoreQuietHours === true),
    ...fallbackSlots(step, options),
  };
  return render(
    "step.send",
    locale,
    slots,
    fieldsFor(options, {
      channel: `${list}.0`,
      template: `${list}.0`,
      uses: list,
      after: "fallback.after",
      unless: "fallback.unless",
    }),
  );
}

/** “email “Your invoice””, as one of a list. */
function templateUse(entry: ChannelTemplate, options: SentenceOptions): string {
  const { channel, template } = channelOf(entry);
  return render("word.use", options.locale, {
    channel: channelWord(channel, options.locale),
    template: templateName(template, options),
  });
}

/** The channels alone: “email and in-app”. */
export function channelWords(entries: ChannelTemplate[], locale: string): string {
  const channels = new Set(entries.map((entry) => channelOf(entry).channel));
  const words = [...channels].map((channel) => channelWord(channel, locale));
  return joinList(words, locale);
}

const channelWord = (channel: string, locale: string) =>
  render("word.channel", locale, { channel });

const templateName = (key: string, { names }: SentenceOptions) => names?.template?.(key) ?? key;

function fallbackSlots({ fallback }: Send, options: SentenceOptions): Slots {
  if (!fallback) return { unless: "no", after: "", afterDative: "", fallback: "" };
  const { locale } = options;
  const uses = Channel.options.flatMap((channel) => {
    const template = fallback[channel];
    return template === undefined ? [] : [templateUse({ [channel]: template }, options)];
  });
  const unknown = render("word.unknown", locale);
  return {
    unless: fallback.unless,
    after: lengthWords(fallback.after, locale) ?? unknown,
    afterDative: lengthWords(fallback.after, locale, "dative") ?? unknown,
    fallback: joinList(uses, locale, "disjunction"),
  };
}
