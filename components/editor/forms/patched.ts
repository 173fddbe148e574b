/** A copy with some fields changed; one that became undefined is left out. */
export function patched<T extends object>(
  value: T,
  patch: { [Name in keyof T]?: T[Name] | undefined },
): T {
  const entries = Object.entries({ ...value, ...patch });
  return Object.fromEntries(entries.filter(([, held]) => held !== undefined)) as T;
}
