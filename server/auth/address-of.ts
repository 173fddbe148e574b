/** Where a request says it came from; the web server fills the header in when no proxy did. */
export const addressOf = (headers: Headers | undefined): string | null =>
  headers?.get("x-forwarded-for")?.split(",", 1)[0]?.trim() || null;
