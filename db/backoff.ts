const SECONDS_MAX = 1;

/**
 * Seconds until a connection is tried again that failed so many times. postgres.js waits up to twenty by
 * itself, and so long after the server is back every statement would wait too.
 */
export const backoff = (failed: number): number =>
  Math.min(3 ** failed / 100, SECONDS_MAX) * (0.5 + Math.random() / 2);
