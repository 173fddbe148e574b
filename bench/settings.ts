/** Sizes of a run; smaller ones by environment for a quick look. */
const sizeOf = (name: string, usual: number): number => {
  const given = Number(process.env[name] ?? usual);
  if (!Number.isSafeInteger(given) || given < 1) throw new Error(`${name} must be a whole number.`);
  return given;
};

export const CASES = sizeOf("BENCH_CASES", 20_000);
export const ROUNDS = sizeOf("BENCH_ROUNDS", 2);
export const PENDING = sizeOf("BENCH_PENDING", 1_000_000);
/** Messages a round that go to a provider one by one. */
export const MESSAGES = sizeOf("BENCH_MESSAGES", 2_000);
export const EVENTS = sizeOf("BENCH_EVENTS", 300);
/** Cases in the list whose first pages are timed. */
export const LISTED = sizeOf("BENCH_LISTED", 100_000);
/** Cases that escalate in the same minute. */
export const STORM = sizeOf("BENCH_STORM", 10_000);
export const PEOPLE = sizeOf("BENCH_PEOPLE", 2_000);
/** Message events of the year that reports are read of. */
export const HISTORY = sizeOf("BENCH_HISTORY", 200_000);

/** As many as the engine takes at once. */
export const BATCH = 500;
