/** A language as the reader of `locale` calls it. */
export const languageName = (tag: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
