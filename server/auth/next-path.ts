/** Set by `proxy.ts` on every page request, so that a page can say where to come back to. */
export const PATH_HEADER = "x-followthrough-path";

const PATH_LENGTH_MAX = 2048;

/**
 * A path on this site to continue at, or `/`.
 *
 * Refuses whatever a browser could read as another site (`//host`, `/\host`, control characters).
 */
export function safeNext(raw: string | null | undefined): string {
  if (!raw || raw.length > PATH_LENGTH_MAX) return "/";
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(raw) ? raw : "/";
}

/** The sign-in page that returns to `from`. */
export function signInPath(from: string | null | undefined): string {
  const next = safeNext(from);
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
