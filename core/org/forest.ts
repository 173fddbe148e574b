/** Something in a tree of the org; a node in a circle, which no top leads to, says so. */
export type Branch = { id: string; below: Branch[]; circle: boolean };

/**
 * Trees out of who stands above whom, in the order given. What stands under somebody who is not there
 * is a top of its own; a circle, which no top leads to, is opened at its first and marked there.
 */
export function forestOf(ids: readonly string[], aboveOf: (id: string) => string | null): Branch[] {
  const known = new Set(ids);
  const below = Map.groupBy(ids, (id) => {
    const above = aboveOf(id);
    return above !== null && known.has(above) ? above : null;
  });
  const seen = new Set<string>();
  const grow = (id: string, circle = false): Branch => {
    seen.add(id);
    const under = (below.get(id) ?? []).filter((each) => !seen.has(each));
    return { id, circle, below: under.map((each) => grow(each)) };
  };
  const tops = (below.get(null) ?? []).map((id) => grow(id));
  const rounds = ids.flatMap((id) => {
    if (seen.has(id)) return [];
    const walked = new Set<string>();
    let at = id;
    while (!walked.has(at)) {
      walked.add(at);
      at = aboveOf(at) ?? at;
    }
    return [grow(at, true)];
  });
  return [...tops, ...rounds];
}
