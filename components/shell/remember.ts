const YEAR_S = 31_536_000;

/** Keeps a preference in a cookie for a year. Browser only. */
export function remember(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Safari before 18.4 and on plain http.
  document.cookie = `${cookie}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
