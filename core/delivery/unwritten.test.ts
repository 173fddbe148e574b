import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { LINK_DAYS_MAX } from "./link-days";
import { unwrittenVerdict } from "./unwritten";

const params = { template: "t", field: "body", line: 1, column: 1, text: "…" };

test("a content that waits for a value holds its message, and names the value", () => {
  expect(
    unwrittenVerdict({ params, awaits: "data.total" }, { plannedAt: 0, now: HOUR_MS }),
  ).toEqual({
    kind: "held",
    until: 2 * HOUR_MS,
    code: "held.missing_data",
    params: { field: "data.total" },
  });
});

test("any other content that cannot be written fails its message", () => {
  expect(unwrittenVerdict({ params, awaits: null }, { plannedAt: 0, now: 0 })).toEqual({
    kind: "failed",
    code: "fail.render",
    params,
  });
});

test("a message does not wait longer than its links work", () => {
  const now = LINK_DAYS_MAX * DAY_MS;
  const waits = { params, awaits: "data.total" };
  expect(unwrittenVerdict(waits, { plannedAt: 0, now }).kind).toBe("held");
  expect(unwrittenVerdict(waits, { plannedAt: 0, now: now + 1 }).kind).toBe("failed");
});

test("a message that waits is looked at hourly at first and daily in the end", () => {
  const gapAt = (now: number) => {
    const verdict = unwrittenVerdict({ params, awaits: "due" }, { plannedAt: 0, now });
    return verdict.kind === "held" ? verdict.until - now : null;
  };
  expect([0, DAY_MS, 30 * DAY_MS].map(gapAt)).toEqual([HOUR_MS, 3 * HOUR_MS, DAY_MS]);
});
