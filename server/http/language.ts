const LANGUAGES_MAX = 20;
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const hasSentences = (tag: string): boolean => /^(?:en|de)\b/i.test(tag);

/**
 * The reader's first language that is spoken, with its region; otherwise the workspace's. Spoken are
 * those that sentences are written in, unless a page has words of its own.
 */
export function preferredLocale(
  acceptLanguage: string | null,
  fallback: string,
  isSpoken: (tag: string) => boolean = hasSentences,
): string {
  const wanted = (acceptLanguage ?? "")
    .split(",", LANGUAGES_MAX)
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = /^\s*q=([\d.]+)/.exec(parameters[0] ?? "")?.[1];
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => TAG.test(tag) && isSpoken(tag) && quality > 0);
  // Sorting is stable: of equal ones the first named wins.
  return wanted.sort((a, b) => b.quality - a.quality)[0]?.tag ?? fallback;
}
