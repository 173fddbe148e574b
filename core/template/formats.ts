import { Lru } from "@/core/template/lru";
import type { TemplateMoment } from "@/core/template/moment";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/core/time";

export const FORMATTERS_MAX = 500;

/** The reader's language, their IANA zone, and the moment of rendering. */
export type FormatSettings = { locale: string; zone: string; now: Instant };

const dateFormats = new Lru<string, Intl.DateTimeFormat>(FORMATTERS_MAX);
const numberFormats = new Lru<string, Intl.NumberFormat>(FORMATTERS_MAX);
const relativeFormats = new Lru<string, Intl.RelativeTimeFormat>(FORMATTERS_MAX);
const usableLocales = new Lru<string, string>(FORMATTERS_MAX);
const listFormats = new Lru<string, Intl.ListFormat>(FORMATTERS_MAX);
const pluralRules = new Lru<string, Intl.PluralRules>(FORMATTERS_MAX);

const DATE_STYLES = {
  short: { day: "numeric", month: "numeric", year: "numeric" },
  medium: { day: "numeric", month: "short", year: "numeric" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  day: { weekday: "long", day: "numeric", month: "long" },
  weekday: { weekday: "long" },
  iso: { day: "2-digit", month: "2-digit", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATE_STYLES;
export const isDateStyle = (style: string): style is DateStyle => Object.hasOwn(DATE_STYLES, style);
export const DATE_STYLE_NAMES = Object.keys(DATE_STYLES);

/** Plain `en` names no country; day before month is what most of its readers expect. */
const dateLocale = (locale: string) => (locale === "en" ? "en-GB" : locale);

/** The locale as the platform spells it, or `en` where it is none: a message is not held back for that. */
export function usableLocale(locale: string): string {
  return usableLocales.through(locale, () => {
    try {
      return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0] ?? "en";
    } catch {
      return "en";
    }
  });
}

function dateFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  return dateFormats.through(
    key,
    () =>
      new Intl.DateTimeFormat(dateLocale(locale), {
        ...options,
        timeZone: zone,
      }),
  );
}

const zoneOf = (moment: TemplateMoment, zone: string) => (moment.civil ? "UTC" : zone);

export function formatDate(moment: TemplateMoment, style: DateStyle, settings: FormatSettings) {
  const locale = style === "iso" ? "en-CA" : settings.locale;
  const zone = zoneOf(moment, settings.zone);
  const text = dateFormat(locale, zone, DATE_STYLES[style]).format(moment.at);
  // Releases of the locale data differ in this comma.
  return dateLocale(locale) === "en-GB" ? text.replace(", ", " ") : text;
}

export function formatTime(moment: TemplateMoment, settings: FormatSettings): string {
  const zone = zoneOf(moment, settings.zone);
  return dateFormat(settings.locale, zone, { timeStyle: "short" }).format(moment.at);
}

/** Days since 1970-01-01 of the civil day that `at` falls on in `zone`. */
function civilDay(at: Instant, zone: string): number {
  const date = dateFormat("en-CA", zone, DATE_STYLES.iso).format(at);
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** "in 20 minutes", "in 5 hours", "tomorrow", "in 3 days", "in 2 weeks": from now, by the reader's civil days. */
export function formatRelative(moment: TemplateMoment, settings: FormatSettings): string {
  const { locale, zone, now } = settings;
  const format = relativeFormats.through(
    locale,
    () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
  );
  const ms = moment.at - now;
  const days = civilDay(moment.at, zoneOf(moment, zone)) - civilDay(now, zone);
  if (!moment.civil && Math.abs(ms) < HOUR_MS) {
    return format.format(Math.round(ms / MINUTE_MS), "minute");
  }
  if (!moment.civil && Math.abs(ms) < 12 * HOUR_MS) {
    return format.format(Math.round(ms / HOUR_MS), "hour");
  }
  if (Math.abs(days) < 14) return format.format(days, "day");
  if (Math.abs(days) < 60) return format.format(Math.round(days / 7), "week");
  if (Math.abs(days) < 720) return format.format(Math.round(days / 30.44), "month");
  return format.format(Math.round(days / 365.25), "year");
}

/** Throws a RangeError for a currency that is not three letters. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  return numberFormats
    .through(
      `${locale} ${currency}`,
      () => new Intl.NumberFormat(locale, { style: "currency", currency }),
    )
    .format(amount);
}

/** `decimals` unset keeps up to three, as the locale writes them. */
export function formatNumber(value: number, decimals: number | undefined, locale: string): string {
  const options =
    decimals === undefined
      ? {}
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberFormats
    .through(`${locale} #${decimals ?? ""}`, () => new Intl.NumberFormat(locale, options))
    .format(value);
}

/** A share as percent: 0.1 is 10 %. */
export function formatPercent(share: number, decimals: number, locale: string): string {
  const options = { style: "percent" as const, maximumFractionDigits: decimals };
  return numberFormats
    .through(`${locale} %${decimals}`, () => new Intl.NumberFormat(locale, options))
    .format(share);
}

/** "Ada, Bo and Cem". */
export const formatList = (items: readonly string[], locale: string): string =>
  listFormats.through(locale, () => new Intl.ListFormat(locale)).format(items);

const FORM_ORDER: Record<number, readonly Intl.LDMLPluralRule[]> = {
  2: ["one", "other"],
  3: ["one", "few", "other"],
  4: ["one", "few", "many", "other"],
};

/** The form of `count` among two (one, other), three (one, few, other) or four (one, few, many, other). */
export function pluralForm(count: number, forms: readonly string[], locale: string): string | null {
  const order = FORM_ORDER[forms.length];
  if (order === undefined) return null;
  const rule = pluralRules.through(locale, () => new Intl.PluralRules(locale)).select(count);
  const index = order.indexOf(rule);
  return forms[index === -1 ? forms.length - 1 : index] ?? null;
}
