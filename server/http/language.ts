const LANGUAGES_MAX = 20;
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const SPOKEN = /^(?:en|de)\b/i;

/** The reader's first language that sentences are written in, with its region; otherwise the workspace's. */
export function preferredLocale(acceptLanguage: string | null, fallback: string): string {
  const wanted = (acceptLanguage ?? "")
    .split(",", LANGUAGES_MAX)
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = /^\s*q=([\d.]+)/.exec(parameters[0] ?? "")?.[1];
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => TAG.test(tag) && SPOKEN.test(tag) && quality > 0);
  // Sorting is stable: of equal ones the first named wins.
  return wanted.sort((a, b) => b.quality - a.quality)[0]?.tag ?? fallback;
}
