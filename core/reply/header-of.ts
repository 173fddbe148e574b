/** Every value of each header of a mail, names in lower case. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

/** The first value of a header; empty where the mail has none. */
export const headerOf = (headers: MailHeaders, name: string): string =>
  headers.get(name)?.[0]?.trim() ?? "";
