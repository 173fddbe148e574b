/** Lower case, without accents: `Fälle` is found by `falle` and `fälle`. */
const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** How well words fit a text: each must begin a word of it (2) or stand in it (1); 0 does not fit. */
export function matchScore(text: string, query: string): number {
  const target = plain(text);
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  const words = target.split(/[^\p{L}\p{N}]+/u);
  let worst = 2;
  for (const word of wanted) {
    if (words.some((each) => each.startsWith(word))) continue;
    if (!target.includes(word)) return 0;
    worst = 1;
  }
  return worst;
}

/** The things that fit, best first, otherwise in the order they came. */
export function fitting<T>(things: readonly T[], textOf: (thing: T) => string, query: string): T[] {
  if (query.trim() === "") return [...things];
  return things
    .map((thing) => ({ thing, score: matchScore(textOf(thing), query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}
