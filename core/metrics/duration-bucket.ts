/** Neighbouring buckets lie a fiftieth apart, so a bucket's middle is at most 1 % off. */
const GAMMA = 1.02;
const LOG_GAMMA = Math.log(GAMMA);

/** Durations up to here, in seconds, have a bucket each. */
const EXACT_SECONDS = 100;

const FIRST_LOG = Math.ceil(Math.log(EXACT_SECONDS) / LOG_GAMMA);

/** The bucket of a duration in whole seconds: logarithmic, so that histograms of any cases add up. */
export function durationBucket(seconds: number): number {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole <= EXACT_SECONDS) return whole;
  return EXACT_SECONDS + 1 + Math.floor(Math.log(whole) / LOG_GAMMA) - FIRST_LOG + 1;
}

/** The middle of a bucket in seconds; of the first hundred exactly what fell into it. */
export function secondsOfBucket(bucket: number): number {
  if (bucket <= EXACT_SECONDS) return bucket;
  const power = bucket - EXACT_SECONDS - 2 + FIRST_LOG;
  return GAMMA ** (power + 0.5);
}
