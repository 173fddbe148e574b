import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

export type Db = ReturnType<typeof connect>;
/** A `Db` on which BEGIN has been sent. Writes that belong together take a `Tx`. */
export type Tx = Db & { readonly __tx: true };

export const POOL_MAX = 10;

/** Opens a pool on `url`. Lazy: the first query connects. */
export function connect(url: string, options: { max?: number; name?: string } = {}) {
  const client = postgres(url, {
    max: options.max ?? POOL_MAX,
    onnotice: () => {},
    connection: { application_name: options.name ?? "followthrough", TimeZone: "UTC" },
  });
  return drizzle(client, { schema });
}

/** What postgres.js hands to `onexecute`: the connection a statement goes out on. */
type RawConnection = { onclose?: ((error: Error) => void) | null; terminate: () => void };

/** The line broke, or the server ends it: a statement on it would be lost. */
const BROKEN = /^(?:08|57P0|CONNECT|ECONN|EPIPE|ETIMEDOUT)/;

function isBroken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && BROKEN.test(String(cause.code))) return true;
  }
  return false;
}

/**
 * Runs `work` in one transaction.
 *
 * Drizzle's own `db.transaction` goes through postgres.js' `sql.begin`, which under a deep query
 * backlog can send BEGIN on a connection it has not reserved (porsager/postgres#823). Reserving
 * first rules that out. But postgres.js does not see that a reserved connection was lost: the next
 * statement on it ends the process, and releasing it gives a connection to two users at once. So a
 * lost one is neither used nor released here; the pool has taken it back already.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = db.$client;
  const connection = await pool.reserve();
  let raw: RawConnection | null = null;
  let lost: Error | null = null;
  const onexecute = (current: RawConnection) => {
    raw = current;
    current.onclose = (error) => {
      lost = error;
    };
    return true;
  };
  const { unsafe } = connection;
  const guarded: typeof unsafe = (...statement) => {
    if (lost) throw lost;
    return unsafe(...statement);
  };
  const client = Object.assign(connection, { options: pool.options, unsafe: guarded });
  const tx = drizzle(client, { schema }) as unknown as Tx;
  let keep = true;
  try {
    await unsafe("begin", [], { prepare: false, onexecute } as postgres.UnsafeQueryOptions);
    const result = await work(tx);
    await client.unsafe("commit");
    return result;
  } catch (error) {
    keep = !isBroken(error) && (await rolledBack(client));
    throw error;
  } finally {
    const broken = raw as RawConnection | null;
    if (keep && broken) broken.onclose = null;
    if (keep) connection.release();
    // In a later turn: what was written in this one must leave first, or the slot hangs for good.
    else if (!lost) setImmediate(() => lost ?? broken?.terminate());
  }
}

async function rolledBack({ unsafe }: Pick<postgres.Sql, "unsafe">): Promise<boolean> {
  try {
    await unsafe("rollback");
    return true;
  } catch {
    return false;
  }
}
