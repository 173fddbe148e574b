import { connect, type Db, inTransaction } from "@/db/client";
import { newId } from "@/server/new-id";
import { cpuSecondsOf, cpuSecondsOfFamily } from "../machine";
import { BATCH, PEOPLE } from "../settings";
import type { Stage } from "../stage";
import * as sample from "./sample";
import * as statements from "./statements";
import { type Place, transition } from "./transition";

/**
 * The same work with nothing of the engine: the workflow hard-coded, no facts, no gates, no templates.
 * Its writes are those of the engine, statement by statement and row by row.
 */
export async function runBaseline(stage: Stage, cases: number) {
  const db = connect(await stage.database(), { name: "followthrough-baseline" });
  const serverFrom = cpuSecondsOfFamily(stage.pid);
  const nodeFrom = cpuSecondsOf(process.pid);
  const from = performance.now();
  const workspaceId = newId();
  for (let n = 0; n < cases; n += BATCH) await open(db, workspaceId, n, Math.min(BATCH, cases - n));
  const openingSeconds = (performance.now() - from) / 1000;
  const clock = work(db, workspaceId);
  await Promise.all([clock, deliver(db, workspaceId, clock)]);
  const seconds = (performance.now() - from) / 1000;
  const cpuSeconds =
    cpuSecondsOf(process.pid) - nodeFrom + cpuSecondsOfFamily(stage.pid) - serverFrom;
  await db.$client.end({ timeout: 2 });
  return { cases, seconds, openingSeconds, cpuSeconds };
}

type Row = Place & { id: string; number: number; personId: string; data: { amount: number } };

/** A statement with its values, prepared once for each connection. */
const run = <R extends object>(db: Db, text: string, values: readonly unknown[]) =>
  db.$client.unsafe<R[]>(text, values as never[], { prepare: true });

const idsFor = (rows: readonly unknown[]) => rows.map(newId);

async function open(db: Db, workspaceId: string, from: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, i) => from + i + 1);
  const values = [
    workspaceId,
    sample.MEMORY,
    idsFor(numbers),
    numbers,
    numbers.map((n) => `p${n % PEOPLE}`),
    numbers.map(sample.CASE_DATA),
    sample.REQUESTS[0],
    idsFor(numbers),
    sample.ENTRIES[0],
    idsFor(numbers),
  ];
  await inTransaction(db, async (tx) => run(tx, statements.OPEN, values));
}

/** The clock: batches until nothing is due. */
async function work(db: Db, workspaceId: string): Promise<void> {
  for (;;) {
    const claimed = await inTransaction(db, async (tx) => {
      const rows = await run<Row>(tx, statements.CLAIM, [BATCH]);
      if (rows.length > 0) await run(tx, statements.WRITE, writeValues(workspaceId, rows));
      return rows.length;
    });
    if (claimed === 0) return;
  }
}

function writeValues(workspaceId: string, rows: readonly Row[]): unknown[] {
  const moved = rows.map((row) => ({
    row,
    to: transition({ pc: row.pc, amount: row.data.amount }),
  }));
  const planned = moved.flatMap(({ row, to }) =>
    to.message ? [{ row, to, message: to.message }] : [],
  );
  return [
    sample.MEMORY,
    moved.map(({ row }) => row.id),
    moved.map(({ to }) => (to.isOver ? "resolved" : "open")),
    moved.map(({ to }) => (to.isOver ? "resolved" : null)),
    moved.map(({ to }) => to.waitingFor),
    moved.map(({ to }) => to.pc),
    moved.map(({ to }) => to.stage),
    moved.map(({ to }) => to.step),
    moved.map(({ to }) => to.level),
    moved.map(({ to }) => (to.level > 0 ? "m7" : null)),
    moved.map(({ to }) => (to.isOver ? "plan" : null)),
    workspaceId,
    idsFor(planned),
    planned.map(({ row }) => row.id),
    planned.map(({ row, message }) => (message.toManager ? `m${row.number % 100}` : row.personId)),
    planned.map(({ to }) => to.stage),
    planned.map(({ message }) => message.step),
    planned.map(({ message }) => message.template),
    planned.map(({ row }) => sample.REQUESTS[row.pc]),
    idsFor(moved),
    moved.map(({ row }) => sample.ENTRIES[row.pc]),
  ];
}

/** Delivery beside the clock, until that has ended and nothing is left. */
async function deliver(db: Db, workspaceId: string, clock: Promise<void>): Promise<void> {
  let clockRuns = true;
  void clock.finally(() => {
    clockRuns = false;
  });
  const workerId = newId();
  for (;;) {
    const isLastLook = !clockRuns;
    const messages = await inTransaction(db, async (tx) => {
      const rows = await run<{ id: string; personId: string }>(tx, statements.CLAIM_MESSAGES, [
        BATCH,
      ]);
      const values = [
        sample.SENT_PARAMS,
        sample.EVIDENCE,
        workerId,
        rows.map(({ id }) => id),
        rows.map(({ personId }) => `${personId}@example.com`),
        rows.map((_, i) => sample.contentOf(i)),
        workspaceId,
      ];
      if (rows.length > 0) await run(tx, statements.MARK_SENDING, values);
      return rows.map(({ id }) => id);
    });
    if (messages.length > 0) {
      await inTransaction(db, (tx) => run(tx, statements.MARK_SENT, [messages, workspaceId]));
    } else if (isLastLook) return;
  }
}
