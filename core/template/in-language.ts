/** `de-AT`, then `de`: a language tag and what is left of it, part by part. */
function shorter(tag: string): string[] {
  const parts = tag.toLowerCase().replaceAll("_", "-").split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}

/**
 * What is said for a reader: in their locale, from the longest tag to the shortest (`de-AT`, then `de`),
 * else in the workspace's, likewise, else as it stands.
 */
export function inLanguage<T>(
  { own, others }: { own: T; others: Readonly<Record<string, T>> | undefined },
  { locale, home }: { locale: string; home: string },
): T {
  if (!others) return own;
  const byTag = new Map(Object.entries(others).map(([tag, each]) => [tag.toLowerCase(), each]));
  for (const tag of [...shorter(locale), ...shorter(home)]) {
    const found = byTag.get(tag);
    if (found !== undefined) return found;
  }
  return own;
}
