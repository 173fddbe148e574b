import { expect, it } from "vitest";
import { stepFlows } from "./step-flow";
import { bucketOf } from "./trail";

const HOUR = 3_600_000;
const row = (way: string, n: number, ms = 0) => ({ step: "a1", way, bucket: bucketOf(ms), n });
const flowOf = (...rows: ReturnType<typeof row>[]) => stepFlows(rows).get("a1");

it("takes shares of the settled cases only: not of those still there, canceled or moved", () => {
  const flow = flowOf(
    row("here", 37),
    row("responded", 20, 9 * HOUR),
    row("responded", 24, 10 * HOUR),
    row("no_answer", 50, 72 * HOUR),
    row("end:expired", 6, HOUR),
    row("end:canceled", 3),
    row("moved", 2),
  );
  expect(flow).toMatchObject({ in: 142, here: 37, settled: 100, ended: { n: 6, share: 0.06 } });
  expect(flow?.ways.responded).toMatchObject({ n: 44, share: 0.44 });
  expect(flow?.ways.no_answer?.share).toBe(0.5);
});

it("gives the time half of them took at most, within a twentieth", () => {
  const flow = flowOf(row("on", 10, HOUR), row("on", 11, 9 * HOUR), row("on", 10, 90 * HOUR));
  expect(Math.abs((flow?.medianMs ?? 0) / (9 * HOUR) - 1)).toBeLessThan(0.05);
});

it("says counts but neither a share nor a median under 20 settled cases", () => {
  const flow = flowOf(row("responded", 10, HOUR), row("no_answer", 9, HOUR), row("here", 40));
  expect(flow).toMatchObject({ in: 59, settled: 19, medianMs: null });
  expect(flow?.ways.responded).toEqual({ n: 10, share: null, medianMs: null });
});

it("gives the median of a way only where 20 cases went it", () => {
  const flow = flowOf(row("responded", 19, HOUR), row("no_answer", 20, HOUR));
  expect(flow?.ways.responded?.share).toBeCloseTo(0.487, 2);
  expect(flow?.ways.responded?.medianMs).toBeNull();
  expect(flow?.ways.no_answer?.medianMs).not.toBeNull();
});
