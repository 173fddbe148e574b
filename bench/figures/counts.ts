import type { Trail } from "@/core/case/state";
import { stepFlows } from "@/core/case/step-flow";
import { addUp, leftVisit, standingVisit, stepMoves, WAYS } from "@/core/case/trail";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { connect, type Db, inTransaction } from "@/db/client";
import { type Counted, countVisits, foldStepMoves } from "@/db/queries/step-counts";
import { stepMoves as stepMovesTable } from "@/db/schema";
import { newId } from "@/server/new-id";
import { atMost, type Figure, median } from "../figure";
import { BATCH, LISTED } from "../settings";
import type { Stage } from "../stage";

const COUNTED_MS_MAX = 100;
const WORKFLOW = "counted";
const STEPS = 12;
const DAYS = 60;
const VERSIONS = 4;
const READS = 9;

/** A case's way through twelve steps, four of them waits with two ways: the same for the same number. */
function trailOf(n: number, now: number): Trail {
  const opened = now - ((n * 7919) % DAYS) * DAY_MS;
  const version = 1 + (n % VERSIONS);
  const trail: Trail = {};
  let at = opened;
  for (let step = 0; step < STEPS; step++) {
    const id = `step-${step}`;
    const isWait = step % 3 === 1;
    const stays = isWait ? MINUTE_MS + ((n * 104_729 * (step + 1)) % (4 * DAY_MS)) : 0;
    if (isWait && n % 7 === step % 7) {
      const way = WAYS.end("resolved");
      trail[id] = leftVisit({ version, since: at, at: at + stays, way });
      return trail;
    }
    if (at + stays > now) {
      trail[id] = standingVisit(version, at);
      return trail;
    }
    const ways = isWait ? [WAYS.responded, WAYS.noAnswer] : [WAYS.on];
    const way = ways[(n >> step) % ways.length] ?? WAYS.on;
    trail[id] = leftVisit({ version, since: at, at: at + stays, way });
    at += stays;
  }
  return trail;
}

/** What the engine would have written for so many cases, in batches as it writes them. */
async function fill(db: Db, workspaceId: WorkspaceId, from: number, to: number): Promise<void> {
  const now = Date.now() + HOUR_MS;
  for (let first = from; first < to; first += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, to - first) }, (_, i) => first + i);
    const moves = addUp(cases.flatMap((n) => stepMoves(WORKFLOW, {}, trailOf(n, now))));
    await db.insert(stepMovesTable).values({ workspaceId, id: newId(), moves });
  }
}

/** How long it takes to count what became of the cases at each step, and to fold what the engine wrote. */
export async function counts(stage: Stage): Promise<Figure[]> {
  const db = connect(await stage.database(), { name: "followthrough-counts" });
  const workspaceId = newId() as WorkspaceId;
  await fill(db, workspaceId, 0, LISTED);
  const from = performance.now();
  while ((await inTransaction(db, foldStepMoves)) > 0);
  const foldedMs = performance.now() - from;
  await db.$client.unsafe("vacuum analyze step_counts");
  await fill(db, workspaceId, LISTED, LISTED + 10 * BATCH);
  const [rows] = await db.$client<{ n: number }[]>`select count(*)::int as n from step_counts`;
  const of = LISTED.toLocaleString("en-US");
  const repeat = "counts";
  const now = Date.now();
  const periods: [string, Counted][] = [
    ["7 days", { since: now - 6 * DAY_MS }],
    ["30 days", { since: now - 29 * DAY_MS }],
    ["a version", { version: 1 }],
  ];
  const figures: Figure[] = [];
  for (const [name, counted] of periods) {
    const times: number[] = [];
    for (let n = 0; n < READS; n++) {
      const start = performance.now();
      stepFlows(await countVisits(db, workspaceId, WORKFLOW, counted));
      times.push(performance.now() - start);
    }
    const ms = median(times);
    const value = `${ms.toFixed(1)} ms`;
    const required = atMost(ms, COUNTED_MS_MAX, " ms");
    figures.push({
      name: `Counts at ${STEPS} steps of ${of} cases: ${name}`,
      value,
      required,
      repeat,
    });
  }
  figures.push({
    name: `… folding them, into ${(rows?.n ?? 0).toLocaleString("en-US")} rows`,
    value: `${((foldedMs * 1000) / LISTED).toFixed(1)} µs a case`,
    repeat,
  });
  await db.$client.end({ timeout: 2 });
  return figures;
}
