import { runBaseline } from "../baseline/run";
import { casesPerSecond, type Run, rowsOf, runCases } from "../engine/run";
import { buildWorld } from "../engine/world";
import { atLeast, type Figure, median, perSecond } from "../figure";
import { insertRows } from "../inserts";
import { CASES, ROUNDS } from "../settings";
import type { Stage } from "../stage";

const CASES_PER_SECOND_MIN = 2_000;
const OF_BASELINE_MIN = 0.7;
const MESSAGES_PER_CASE = 3;
const DECISIONS_PER_CASE = 4;

type Timed = Pick<Run, "cases" | "seconds" | "cpuSeconds">;

/** The whole engine, the bare baseline and plain inserts in turn, so that all three meet the same machine. */
export async function engine(stage: Stage): Promise<Figure[]> {
  const bare: Timed[] = [];
  const whole: Run[] = [];
  const inserts: Timed[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    bare.push(await runBaseline(stage, CASES));
    whole.push(await runWhole(stage));
    inserts.push(await insertRows(stage, CASES));
    stage.say(
      `round ${round}: baseline ${rate(bare.at(-1))}, engine ${rate(whole.at(-1))}, inserts ${rate(inserts.at(-1))}`,
    );
  }
  const speed = median(whole.map(casesPerSecond));
  const ofBaseline = speed / median(bare.map(casesPerSecond));
  const ofInserts = speed / median(inserts.map(casesPerSecond));
  const repeat = "engine";
  return [
    {
      name: "Cases through the whole engine, opening to resolution",
      value: perSecond(speed),
      required: atLeast(Math.round(speed), CASES_PER_SECOND_MIN, "/s"),
      repeat,
    },
    {
      name: "… against the bare baseline",
      value: `${ofBaseline.toFixed(2)} of ${perSecond(median(bare.map(casesPerSecond)))}`,
      required: atLeast(ofBaseline, OF_BASELINE_MIN),
      repeat,
    },
    {
      name: "… against inserts of as many rows",
      value: `${ofInserts.toFixed(2)} of ${perSecond(median(inserts.map(casesPerSecond)))}`,
      repeat,
    },
    {
      name: "… without their opening",
      value: perSecond(median(whole.map(withoutOpening))),
      repeat,
    },
    ...cpuFigures(whole, bare, repeat),
  ];
}

function cpuFigures(whole: readonly Run[], bare: readonly Timed[], repeat: string): Figure[] {
  const perThousand = (seconds: number, { cases }: Timed) => (seconds / cases) * 1000;
  const all = median(whole.map((run) => perThousand(run.cpuSeconds, run)));
  const node = median(whole.map((run) => perThousand(run.nodeCpuSeconds, run)));
  const baseline = median(bare.map((run) => perThousand(run.cpuSeconds, run)));
  const seconds = (value: number) => `${value.toFixed(2)} s`;
  return [
    {
      name: "Processor time per 1,000 cases (Node + PostgreSQL)",
      value: `${seconds(all)} (${node.toFixed(2)} + ${(all - node).toFixed(2)})`,
      repeat,
    },
    { name: "… of the baseline", value: seconds(baseline), repeat },
  ];
}

const rate = (run: Timed | undefined) => (run ? perSecond(casesPerSecond(run)) : "—");
const withoutOpening = ({ cases, seconds, openingSeconds }: Run) =>
  cases / (seconds - openingSeconds);

/** One run on a new database; complains when the work was not all done. */
export async function runWhole(stage: Stage, workers = 1): Promise<Run> {
  const world = await buildWorld(await stage.database());
  const run = await runCases(stage, world, { cases: CASES, workers });
  const { resolved, sent, decisions } = await rowsOf(world);
  const wanted = [CASES, CASES * MESSAGES_PER_CASE, CASES * DECISIONS_PER_CASE];
  if (`${[resolved, sent, decisions]}` !== `${wanted}`) {
    stage.say(
      `not all the work was done: ${resolved} resolved, ${sent} sent, ${decisions} decisions instead of ${wanted}; with a slow machine set BENCH_ACKNOWLEDGE_SECONDS higher`,
    );
  }
  await stage.showStatements();
  await world.close();
  return run;
}
