/** How a reader of a language gets a template: its own words, those of the shorter tag, or the fallback's. */
export type Coverage = "own" | "shorter" | "fallback";

/** What `pickContent` will find for a reader of `locale`, given the languages a template has. */
export function coverageOf(written: readonly string[], locale: string): Coverage {
  const tags = new Set(written.map((tag) => tag.toLowerCase()));
  const subtags = locale.toLowerCase().split("-");
  if (tags.has(subtags.join("-"))) return "own";
  for (let length = subtags.length - 1; length > 0; length--) {
    if (tags.has(subtags.slice(0, length).join("-"))) return "shorter";
  }
  return "fallback";
}
