import type { Context } from "liquidjs";
import {
  DATE_STYLE_NAMES,
  type FormatSettings,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
  isDateStyle,
  pluralForm,
} from "@/core/template/formats";
import { HOLD_FILTER, hold } from "@/core/template/missing-values";
import { readMoment, type TemplateMoment } from "@/core/template/moment";
import { settingsOf } from "@/core/template/settings";
import { strftime } from "@/core/template/strftime";

export const PATTERN_CHARS_MAX = 200;
export const LIST_ITEMS_MAX = 1_000;
const DECIMALS_MAX = 20;

type FilterHandler = (this: { context: Context }, value: unknown, ...args: unknown[]) => unknown;

/** Filters that print HTML, bring the host's clock or chance in, or let a value past the escaping. */
export const REMOVED_FILTERS = [
  "raw",
  "sample",
  "newline_to_br",
  "date_to_xmlschema",
  "date_to_rfc822",
  "date_to_string",
  "date_to_long_string",
] as const;

const shown = (value: unknown) =>
  typeof value === "string"
    ? `"${value.slice(0, 40)}"`
    : Array.isArray(value)
      ? "a list"
      : typeof value;

function momentOf(filter: string, value: unknown, settings: FormatSettings): TemplateMoment {
  const moment = readMoment(value, settings.now);
  if (moment === null) throw new Error(`${filter}: ${shown(value)} is not a date or a moment`);
  return moment;
}

function numberOf(filter: string, value: unknown): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new Error(`${filter}: ${shown(value)} is not a number`);
}

/** A value that is null stays null, so that a `default` after the filter can speak. */
const unlessNull = (
  format: (value: unknown, settings: FormatSettings, args: readonly unknown[]) => string,
): FilterHandler =>
  function (value: unknown, ...args: unknown[]) {
    return value === null || value === undefined
      ? null
      : format(value, settingsOf(this.context.globals), args);
  };

function date(value: unknown, settings: FormatSettings, [style = "medium"]: readonly unknown[]) {
  const moment = momentOf("date", value, settings);
  const pattern = String(style);
  if (isDateStyle(pattern)) return formatDate(moment, pattern, settings);
  if (!pattern.includes("%")) {
    throw new Error(
      `date: "${pattern.slice(0, 40)}" is neither one of ${DATE_STYLE_NAMES.join(", ")} nor a pattern such as "%d %B %Y"`,
    );
  }
  if (pattern.length > PATTERN_CHARS_MAX) {
    throw new Error(`date: a pattern has at most ${PATTERN_CHARS_MAX} characters`);
  }
  return strftime(moment, pattern, settings.locale, settings.zone);
}

function time(value: unknown, settings: FormatSettings): string {
  const moment = momentOf("time", value, settings);
  if (moment.dateOnly) throw new Error(`time: ${shown(value)} is a date without a time`);
  return formatTime(moment, settings);
}

function money(value: unknown, settings: FormatSettings, [currency]: readonly unknown[]): string {
  const code = typeof currency === "string" ? currency.trim().toUpperCase() : "";
  if (!/^[A-Z]{3}$/.test(code)) {
    throw new Error(`money: needs a currency of three letters: {{ amount | money: "EUR" }}`);
  }
  return formatMoney(numberOf("money", value), code, settings.locale);
}

function decimalsOf(filter: string, given: unknown): number {
  const places = numberOf(filter, given);
  if (Number.isInteger(places) && places >= 0 && places <= DECIMALS_MAX) return places;
  throw new Error(`${filter}: decimals go from 0 to ${DECIMALS_MAX}`);
}

function number(value: unknown, settings: FormatSettings, [decimals]: readonly unknown[]): string {
  const places = decimals === undefined ? undefined : decimalsOf("number", decimals);
  return formatNumber(numberOf("number", value), places, settings.locale);
}

function percent(value: unknown, settings: FormatSettings, [decimals = 0]: readonly unknown[]) {
  const places = decimalsOf("percent", decimals);
  return formatPercent(numberOf("percent", value), places, settings.locale);
}

function list(value: unknown, settings: FormatSettings): string {
  if (!Array.isArray(value)) throw new Error(`list: ${shown(value)} is not a list`);
  if (value.length > LIST_ITEMS_MAX) throw new Error(`list: at most ${LIST_ITEMS_MAX} items`);
  return formatList(
    value.filter((item) => item !== null && typeof item !== "object").map(String),
    settings.locale,
  );
}

function plural(value: unknown, settings: FormatSettings, forms: readonly unknown[]): string {
  const word = pluralForm(numberOf("plural", value), forms.map(String), settings.locale);
  if (word === null) throw new Error('plural: needs two to four forms: plural: "day", "days"');
  return word;
}

/** Filters beyond Liquid's own; all use the reader's locale and zone and the moment of rendering. */
export const FILTERS: Readonly<Record<string, FilterHandler>> = {
  date: unlessNull(date),
  time: unlessNull(time),
  relative: unlessNull((value, settings) =>
    formatRelative(momentOf("relative", value, settings), settings),
  ),
  money: unlessNull(money),
  number: unlessNull(number),
  percent: unlessNull(percent),
  list: unlessNull(list),
  plural: unlessNull(plural),
  [HOLD_FILTER]: hold,
};
