/** Who or what stands above somebody: a manager, or the department a department belongs to. */
type AboveOf = (id: string) => string | null;

const NAMED_MAX = 6;

/**
 * Which of these changes cannot be made, because somebody would end above themself: by id, the way up
 * from it back to it. What is refused stays as it was, so the others are looked at again until none is
 * left; circles that were there before and that no change touches are nobody's fault here.
 */
export function refusedByCircle(
  changes: ReadonlyMap<string, string | null>,
  storedAbove: AboveOf,
): Map<string, readonly string[]> {
  const left = new Map(changes);
  const refused = new Map<string, readonly string[]>();
  const aboveOf: AboveOf = (id) => {
    const changed = left.get(id);
    return changed === undefined ? storedAbove(id) : changed;
  };
  for (;;) {
    const found = circles(left.keys(), aboveOf).flatMap((circle) =>
      circle.flatMap((id, i) =>
        left.has(id) ? [[id, [...circle.slice(i), ...circle.slice(0, i)]] as const] : [],
      ),
    );
    if (found.length === 0) return refused;
    for (const [id, circle] of found) {
      refused.set(id, circle);
      left.delete(id);
    }
  }
}

/** "Ana reports to Ben, who reports to Ana". */
export function circleText(
  circle: readonly string[],
  nameOf: (id: string) => string,
  verb: "reports to" | "belongs to",
): string {
  const [first = "", ...rest] = circle.map(nameOf);
  const link = verb === "reports to" ? ", who reports to " : ", which belongs to ";
  const shown = rest.length > NAMED_MAX ? [...rest.slice(0, NAMED_MAX), "…"] : rest;
  return `${first} ${verb} ${[...shown, first].join(link)}`;
}

/** Every circle that can be reached from these, each once. Linear in what is walked. */
function circles(from: Iterable<string>, aboveOf: AboveOf): string[][] {
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const start of from) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    let id: string | null = start;
    while (id !== null && !seen.has(id)) {
      seen.add(id);
      onPath.set(id, path.length);
      path.push(id);
      id = aboveOf(id);
    }
    const entry = id === null ? undefined : onPath.get(id);
    if (entry !== undefined) found.push(path.slice(entry));
  }
  return found;
}
