import { expect, test } from "vitest";
import { backoff } from "./backoff";

test("however often it failed, a connection is tried again within a second, and no two together", () => {
  const waits = [0, 1, 5, 20, 1_000].map((failed) => backoff(failed));
  for (const seconds of waits) {
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(1);
  }
  expect(new Set(Array.from({ length: 100 }, () => backoff(1_000))).size).toBeGreaterThan(90);
});
