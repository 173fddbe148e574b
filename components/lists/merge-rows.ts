/** What a list on the screen must know of a row to keep it in place. */
type Row = { id: string /** Another text when the row shows something else. */; print: string };

export type Kept<R extends Row> = {
  /** The list this is: another filter or order begins anew. */
  key: string;
  /** What the server sent last. */
  source: readonly R[];
  /** What is on the screen, in the order it stands there. */
  shown: readonly R[];
  /** Rows that belong above others on the screen and wait until they are asked for. */
  waiting: number;
  /** How often each row changed on the screen. */
  changes: ReadonlyMap<string, number>;
};

export const keptFrom = <R extends Row>(key: string, source: readonly R[]): Kept<R> => ({
  key,
  source,
  shown: source,
  waiting: 0,
  changes: new Map(),
});

/**
 * Takes a newer answer in without moving anything: rows on the screen get their new content in
 * place, those that match no longer stay, new ones wait, and what moved up from the next page is
 * put at the end.
 */
export function mergeRows<R extends Row>(
  kept: Kept<R>,
  key: string,
  source: readonly R[],
): Kept<R> {
  if (key !== kept.key) return keptFrom(key, source);
  const shownIds = new Set(kept.shown.map(({ id }) => id));
  const lastShown = source.findLastIndex(({ id }) => shownIds.has(id));
  const isNew = (row: R) => !shownIds.has(row.id);
  const isEmpty = kept.shown.length === 0;
  const waiting = source.slice(0, isEmpty ? source.length : lastShown + 1).filter(isNew).length;
  const tail = isEmpty || lastShown < 0 ? [] : source.slice(lastShown + 1);
  return { ...patchRows({ ...kept, source, waiting }, source, tail), source };
}

/** Shows rows that were read again for themselves. */
export const patchRows = <R extends Row>(
  kept: Kept<R>,
  fresh: readonly R[],
  tail: readonly R[] = [],
): Kept<R> => {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const changes = new Map(kept.changes);
  const shown = kept.shown.map((row) => {
    const next = byId.get(row.id) ?? row;
    if (next.print !== row.print) changes.set(row.id, (changes.get(row.id) ?? 0) + 1);
    return next;
  });
  return { ...kept, shown: [...shown, ...tail], changes };
};

/** Rows on the screen that the newest answer no longer has. */
export function leftOut<R extends Row>({ shown, source }: Kept<R>): string[] {
  const there = new Set(source.map(({ id }) => id));
  return shown.flatMap(({ id }) => (there.has(id) ? [] : [id]));
}
