/** A list with one of its members a place further up or down; unchanged at its ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const to = index + by;
  const [one, other] = [next[index], next[to]];
  if (one === undefined || other === undefined) return next;
  next[index] = other;
  next[to] = one;
  return next;
}
