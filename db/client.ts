import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { backoff } from "./backoff";
import { Lanes } from "./lanes";
import * as schema from "./schema";

export type Db = ReturnType<typeof connect>;
/** A `Db` on which BEGIN has been sent. Writes that belong together take a `Tx`. */
export type Tx = Db & { readonly __tx: true };

/** Transactions at a time; statements outside them have a few connections of their own. */
export const POOL_MAX = 10;
const STATEMENTS_MAX = 4;

/**
 * Where a client carries its lanes. Registered by name: a bundler may load this module more than
 * once in a process, and a client of one copy is used through another.
 */
const LANES = Symbol.for("followthrough.lanes");
type WithLanes = { [LANES]?: Lanes<Tx> };

/** What a transaction says with its COMMIT, in the same round trip; never when it rolls back. */
export type LastWord = {
  /** Done before COMMIT is sent, when the transaction's own work is over: it may read and write. */
  prepare?: (tx: Tx) => Promise<unknown>;
  /** Sends its statements before it waits for anything. */
  send: (tx: Tx) => Promise<unknown>;
};

/** Registered by name, as the lanes are. */
const LAST_WORDS = Symbol.for("followthrough.last-words");
type WithLastWords = { [LAST_WORDS]?: Map<string, LastWord> };

/** This transaction's last word of this name, made when it is first asked for. */
export function lastWord<W extends LastWord>(tx: Tx, name: string, make: () => W): W {
  const carrier: Tx & WithLastWords = tx;
  carrier[LAST_WORDS] ??= new Map();
  const word = (carrier[LAST_WORDS].get(name) as W | undefined) ?? make();
  carrier[LAST_WORDS].set(name, word);
  return word;
}

/** Opens a pool on `url`. Lazy: the first query connects. */
export function connect(url: string, options: { max?: number; name?: string } = {}) {
  const max = options.max ?? POOL_MAX;
  const open = (more: Parameters<typeof postgres>[1]) =>
    postgres(url, {
      onnotice: () => {},
      backoff,
      connection: { application_name: options.name ?? "followthrough", TimeZone: "UTC" },
      ...more,
    });
  const client = open({ max: Math.min(max, STATEMENTS_MAX) });
  const own = new Lanes<Tx>(open, (sql) => drizzle(sql, { schema }) as unknown as Tx, max);
  const { end } = client;
  Object.assign(client, {
    [LANES]: own,
    end: async (how?: { timeout?: number }) => {
      await Promise.all([end(how), own.end(how)]);
    },
  });
  return drizzle(client, { schema });
}

/** The line broke, or the server is ending it: nothing more can be said on it. */
const BROKEN = /^(?:08|57P0|CONNECT|ECONN|EPIPE|ETIMEDOUT)/;

const DEADLOCK = /^40P01$/;

function hasCode(error: unknown, code: RegExp): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && code.test(String(cause.code))) return true;
  }
  return false;
}

/**
 * Runs `work` in one transaction, on a connection that is its own until it ends.
 *
 * `tries`: how often a transaction that PostgreSQL ended to break a deadlock is begun; `work` must
 * then be repeatable. Drizzle's own `db.transaction` goes through postgres.js' `sql.begin`, which under a deep query
 * backlog can send BEGIN on a connection it has not reserved (porsager/postgres#823).
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  { tries = 1 }: { tries?: number } = {},
): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await once(db, work);
    } catch (error) {
      if (left <= 1 || !hasCode(error, DEADLOCK)) throw error;
    }
  }
}

async function once<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const own = (db.$client as WithLanes)[LANES];
  if (!own) throw new Error("Invariant violated: a transaction begins on what connect() gave");
  const lane = await own.take();
  let broken = false;
  try {
    forgetLastWords(lane.value);
    await lane.sql.unsafe("begin");
    const result = await work(lane.value);
    for (const word of lastWordsOf(lane.value)) await word.prepare?.(lane.value);
    // One connection keeps their order; after a failed last word COMMIT rolls back by itself.
    const said = lastWordsOf(lane.value).map((word) => word.send(lane.value));
    // Asynchronous also when it throws at once: what was said must not be left without anybody to hear it.
    const committed = async () => lane.sql.unsafe("commit");
    await Promise.all([...said, committed()]);
    return result;
  } catch (error) {
    broken = lane.lost || hasCode(error, BROKEN) || !(await rolledBack(lane.sql));
    throw error;
  } finally {
    own.give(lane, { broken });
  }
}

const lastWordsOf = (tx: Tx): LastWord[] => [
  ...((tx as WithLastWords)[LAST_WORDS]?.values() ?? []),
];

function forgetLastWords(tx: Tx): void {
  (tx as WithLastWords)[LAST_WORDS]?.clear();
}

async function rolledBack(sql: postgres.Sql): Promise<boolean> {
  try {
    await sql.unsafe("rollback");
    return true;
  } catch {
    return false;
  }
}
