import type { AllWords, CountedKey, PlainKey } from "./words";

export type Values = Readonly<Record<string, string | number>>;

/** The sentence behind a key, with its values put in; `n` chooses among the plural forms. */
export type Say = {
  (key: PlainKey, values?: Values): string;
  (key: CountedKey, values: Values & { n: number }): string;
};

/** Speaks with `words`, or with the page's own where it has some. */
export function sayWith(
  words: Partial<AllWords>,
  own: Readonly<Record<string, string>>,
  locale: string,
): Say {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const known = words as Readonly<Record<string, string>>;
  const sentence = (key: string): string | undefined => own[key] ?? known[key];
  return (key: string, values: Values = {}) => {
    const { n } = values;
    const found =
      (typeof n === "number" ? sentence(`${key}.${plural.select(n)}`) : undefined) ??
      sentence(`${key}.other`) ??
      sentence(key) ??
      key;
    return found.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? number.format(value) : value;
    });
  };
}
