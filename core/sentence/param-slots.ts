import type { Instant } from "@/core/time";
import { actorWords } from "./actor";
import { type DecisionCode, PARAMS, type ParamKind } from "./codes";
import { withDerived } from "./derived-params";
import { lengthWords } from "./duration-words";
import { formatMoment, isMoment } from "./format-moment";
import type { SentenceOptions } from "./names";
import { clauseOf, isRecord, textOf } from "./param-text";
import { partyWords } from "./party";
import { flag, joinList, render, type Slots } from "./render";
import { setRows } from "./update-sentence";
import { waitRuleWords } from "./wait-rule";

export type DecisionOptions = SentenceOptions & {
  /** The zone of the person the case is about. */
  zone: string;
  /** The reader's zone, for moments of the log that the person did not live. */
  viewerZone?: string | undefined;
  /** Moments of another year than this name theirs. */
  now?: Instant | undefined;
};

export type StoredParams = Record<string, unknown>;

/** What a value adds to the slots of its param; null when it is missing or of another shape. */
type Reading = { word: string | number; more?: Slots } | null;
type Reader = (value: unknown, options: DecisionOptions, params: StoredParams) => Reading;

const LISTED_MAX = 10;
const FIELDS = ["priority", "owner", "dueAt"];

const only = (word: string | number | null): Reading => (word === null ? null : { word });

const momentIn = (value: unknown, zone: string, { locale, now }: DecisionOptions): Reading => {
  const at = typeof value === "string" ? Date.parse(value) : value;
  return only(isMoment(at) ? formatMoment(at, zone, locale, now) : null);
};

/** A reason fills no slot: it is the line under the sentence. */
type SlotKind = Exclude<ParamKind, "reason">;

const READERS: Record<SlotKind, Reader> = {
  text: (value) => only(clauseOf(value)),
  condition: (value, { names }) => only(clauseOf(labelled(value, names?.condition))),
  topic: (value, { names }) => only(textOf(labelled(value, names?.topic))),
  template: (value, { names }) => only(textOf(labelled(value, names?.template))),
  texts: (value, { locale }) => {
    const items = (Array.isArray(value) ? value : [value]).slice(0, LISTED_MAX);
    const texts = items.flatMap((item) => textOf(item) ?? []);
    return only(texts.length === 0 ? null : joinList(texts, locale));
  },
  moment: (value, options) => momentIn(value, options.zone, options),
  logged: (value, options) => momentIn(value, options.viewerZone ?? options.zone, options),
  length: (value, { locale }) => {
    const word = lengthWords(value, locale);
    return word === null
      ? null
      : { word, more: { Dative: lengthWords(value, locale, "dative") ?? word } };
  },
  number: (value) =>
    only(typeof value === "number" || typeof value === "string" ? textOf(value) : null),
  count: (value) => only(typeof value === "number" && Number.isFinite(value) ? value : null),
  actor: (value, { locale }) => {
    const words = actorWords(value, locale);
    return words && { word: words.name, more: { Phrase: words.phrase } };
  },
  party: (value, options) => only(partyWords(value, options)),
  owner: (value, options) =>
    only(value === null ? nobody(options.locale) : partyWords(value, options)),
  rule: (value, { locale }) => {
    const wait = waitRuleWords(value, locale);
    if (wait !== null) return { word: wait, more: { Shape: "wait" } };
    const text = clauseOf(value);
    return text === null ? null : { word: text, more: { Shape: "text" } };
  },
  channel: (value) => only(textOf(value)),
  priority: (value) => only(textOf(value)),
  outcome: (value) => only(textOf(value)),
  choice: (value) => only(value === true ? "yes" : value === false ? "no" : textOf(value)),
  field: (value, { locale }) => {
    const name = textOf(value);
    if (name === null) return null;
    const slots = {
      field: FIELDS.includes(name) ? name : "attribute",
      name: name.replace(/^person\.attributes\./, ""),
    };
    return only(render("word.field", locale, slots));
  },
  set: (value, options) => {
    const rows = isRecord(value) ? setRows(value, options).slice(0, LISTED_MAX) : [];
    return only(rows.length === 0 ? null : joinList(rows, options.locale));
  },
  value: (value, options, params) => {
    if (value === null) return only(render("word.nothing", options.locale));
    if (params.what === "dueAt") return READERS.moment(value, options, params);
    if (params.what === "priority") return only(priorityWord(value, options.locale));
    return only(isRecord(value) ? partyWords(value, options) : textOf(value));
  },
};

/** Slots that are words of ours: their value picks a text, the `…Name` slot shows it. */
const WORDS: Partial<Record<SlotKind, (value: string, locale: string) => string>> = {
  channel: (channel, locale) => render("word.channel", locale, { channel }),
  priority: priorityWord,
  outcome: (outcome, locale) => render("word.outcome", locale, { outcome }),
};

const labelled = (value: unknown, name: ((key: string) => string | undefined) | undefined) =>
  typeof value === "string" ? (name?.(value) ?? value) : value;

const nobody = (locale: string) =>
  render("word.party", locale, { kind: "nobody", name: "", nth: 1 });

function priorityWord(priority: unknown, locale: string): string {
  return render("word.priority", locale, { priority: textOf(priority) ?? "" });
}

/** A count needs a number for its plural, and a choice must not pick a part by chance. */
const missing = (kind: SlotKind, unknown: string): string | number =>
  kind === "count" ? 0 : kind === "choice" ? "none" : unknown;

/**
 * Every slot that a message of this code may name, from whatever the database held: what is
 * missing reads “unknown”, or switches its part of the sentence off through `has…`.
 */
export function slotsOf(code: DecisionCode, stored: StoredParams, options: DecisionOptions): Slots {
  const params = withDerived(stored, options.names);
  const slots: Slots = {};
  for (const [name, spec] of Object.entries(PARAMS[code]) as [string, string][]) {
    const kind = spec.replace("?", "") as ParamKind;
    if (kind === "reason") continue;
    Object.assign(slots, slotsOfOne(name, kind, params, options));
  }
  return slots;
}

function slotsOfOne(
  name: string,
  kind: SlotKind,
  params: StoredParams,
  options: DecisionOptions,
): Slots {
  const { locale } = options;
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  const reading = value === undefined ? null : READERS[kind](value, options, params);
  const unknown = render("word.unknown", locale);
  const slots: Slots = {
    [`has${name.charAt(0).toUpperCase()}${name.slice(1)}`]: flag(reading !== null),
    [name]: reading?.word ?? missing(kind, unknown),
  };
  if (kind === "length") slots[`${name}Dative`] = unknown;
  if (kind === "actor") {
    slots[`${name}Phrase`] = render("word.actor_phrase", locale, {
      kind: "operator",
      name: unknown,
    });
  }
  if (kind === "rule") slots[`${name}Shape`] = "text";
  const word = WORDS[kind];
  if (word) slots[`${name}Name`] = word(String(reading?.word ?? ""), locale);
  for (const [suffix, more] of Object.entries(reading?.more ?? {})) slots[name + suffix] = more;
  return slots;
}
