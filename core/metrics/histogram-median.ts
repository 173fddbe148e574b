import { secondsOfBucket } from "./duration-bucket";

/** The median in seconds of durations that are counted by their buckets; null: there are none. */
export function histogramMedian(sums: readonly { bucket: number; n: number }[]): number | null {
  const total = sums.reduce((all, { n }) => all + n, 0);
  let seen = 0;
  for (const { bucket, n } of sums.toSorted((a, b) => a.bucket - b.bucket)) {
    seen += n;
    if (n > 0 && seen * 2 >= total) return secondsOfBucket(bucket);
  }
  return null;
}
