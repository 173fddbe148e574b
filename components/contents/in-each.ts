/** The same words in each of these languages, for what differs only in what it shares with others. */
export const inEach = <T extends object>(
  locales: Readonly<Record<string, unknown>> | undefined,
  content: T,
): Record<string, T> =>
  Object.fromEntries(Object.keys(locales ?? {}).map((tag) => [tag, { ...content }]));
