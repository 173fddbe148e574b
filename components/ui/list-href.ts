/** What a list's address says: one text per parameter. */
type ListParams = Record<string, string | undefined>;

/**
 * The same list with some parameters changed; `undefined` takes one away. A changed filter starts
 * the list over, so that the cursor never points into another one.
 */
export function listHref(path: string, params: ListParams, changes: ListParams = {}): string {
  const merged = { ...params, cursor: undefined, ...changes };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) {
    if (value !== undefined && value !== "") search.set(name, value);
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
