/** `"7"` */
export const etagOf = (tag: number | string): string => `"${tag}"`;

/** What `If-Match` asks for, without quotes; undefined when it asks for nothing in particular. */
export function ifMatchTag(header: string | null): string | undefined {
  const text = header?.trim();
  if (text === undefined || text === "" || text === "*") return undefined;
  return text.replace(/^W\//, "").replace(/^"(.*)"$/, "$1");
}

/** No stored revision: what is not a number of ours can never match. */
const NEVER = -1;

/** The same as a revision. */
export function ifMatchRevision(header: string | null): { ifMatch?: number } {
  const tag = ifMatchTag(header);
  if (tag === undefined) return {};
  return { ifMatch: /^\d{1,9}$/.test(tag) ? Number(tag) : NEVER };
}
