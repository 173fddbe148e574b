import { openMany } from "./open";
import type { World } from "./world";

const OTHERS = `workspace_id, workflow, version, status, waiting_for, pc, stage, step, priority, level,
  due_at, opened_at, revision, data, memory, trail`;

/** Numbers of pending cases begin far above those that the engine gives. */
const COPY = `insert into cases (id, number, key, subject, person_id, next_action_at, ${OTHERS})
  select uuidv7(), 10000000 + n, 'invoice:' || (10000000 + n), 'Invoice R-' || (10000000 + n),
    'p' || (n % 2000), now() + interval '1 day' + random() * interval '29 days', ${OTHERS}
  from generate_series(1, $1::int) as n,
    (select * from cases where status = 'open' limit 1) as sample`;

const SIZE = `select pg_total_relation_size('cases')::float8 as bytes`;

/**
 * Adds cases that wait for a moment of the next thirty days: copies of one that the engine has opened,
 * with keys and people of their own. Gives what each takes in the table and its indexes.
 */
export async function addPending(world: World, count: number): Promise<{ bytesPerCase: number }> {
  const sql = world.ctx.db.$client;
  const bytes = async () => Number((await sql.unsafe(SIZE))[0]?.bytes ?? 0);
  await openMany(world, 1);
  const before = await bytes();
  await sql.unsafe(COPY, [count]);
  const bytesPerCase = ((await bytes()) - before) / count;
  await sql.unsafe("vacuum analyze cases");
  await sql.unsafe("checkpoint");
  return { bytesPerCase };
}
