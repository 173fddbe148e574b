const WAIT_MIN_MS = 1_000;
const WAIT_MAX_MS = 30_000;

/** Between 1 and 30 seconds, longer from try to try, and never for two widgets alike. */
export const waitMs = (tries: number, random: number): number =>
  Math.min(WAIT_MAX_MS, WAIT_MIN_MS * 2 ** tries) * (1 - random / 2);
