/** Languages that are offered by name; any other tag can be stored through the API. */
const TAGS = [
  ..."ar bg bn ca cs da de de-AT de-CH el en en-GB en-US es es-MX et fi fr fr-CA fr-CH he hi hr hu".split(
    " ",
  ),
  ..."id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant".split(
    " ",
  ),
] as const;

const named = (display: Intl.DisplayNames, tag: string): string => {
  try {
    return display.of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** Languages with their names in the reader's own, by name; `kept` are always among them. */
export function languageChoices(
  locale: string,
  kept: readonly string[] = [],
): { tag: string; name: string }[] {
  const display = new Intl.DisplayNames(locale, { type: "language" });
  return [...new Set([...TAGS, ...kept])]
    .map((tag) => ({ tag, name: named(display, tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
