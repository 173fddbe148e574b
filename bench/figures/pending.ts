import { addPending } from "../engine/pending";
import { casesPerSecond, type Run, runCases } from "../engine/run";
import { buildWorld } from "../engine/world";
import { atMost, type Figure, median, percentile } from "../figure";
import { CASES, PENDING, ROUNDS } from "../settings";
import type { Stage } from "../stage";

const LOST_PERCENT_MAX = 10;

/** The same work beside a great many cases that only wait, against the work without them. */
export async function pending(stage: Stage): Promise<Figure[]> {
  const without: Run[] = [];
  const beside: Run[] = [];
  const empty = await buildWorld(await stage.database());
  for (let round = 0; round < ROUNDS; round++) {
    without.push(await runCases(stage, empty, { cases: CASES }));
  }
  await empty.close();
  const full = await buildWorld(await stage.database());
  const { bytesPerCase } = await addPending(full, PENDING);
  for (let round = 0; round < ROUNDS; round++) {
    beside.push(await runCases(stage, full, { cases: CASES }));
  }
  await stage.showStatements();
  await full.close();
  const speed = (runs: readonly Run[]) => median(runs.map(casesPerSecond));
  const lost = (1 - speed(beside) / speed(without)) * 100;
  const claims = (runs: readonly Run[]) =>
    percentile(
      runs.flatMap((run) => run.claimsMs),
      0.5,
    ).toFixed(1);
  const peakMb = Math.max(...beside.map((run) => run.workerPeakMb));
  const repeat = "pending";
  return [
    {
      name: `Speed lost beside ${PENDING.toLocaleString("en-US")} pending cases`,
      value: `${lost.toFixed(1)} %`,
      required: atMost(lost, LOST_PERCENT_MAX, " %"),
      repeat,
    },
    {
      name: "… time of a claim of due cases, p50",
      value: `${claims(beside)} ms (${claims(without)} without)`,
      repeat,
    },
    { name: "Bytes per pending case, indexes included", value: bytesPerCase.toFixed(0), repeat },
    {
      name: "Memory of the two loops beside them, at its peak",
      value: `${peakMb.toFixed(0)} MB`,
      repeat,
    },
  ];
}
