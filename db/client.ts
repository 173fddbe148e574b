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

/**
 * Runs `work` in one transaction.
 *
 * Drizzle's own `db.transaction` goes through postgres.js' `sql.begin`, which under a deep query
 * backlog can send BEGIN on a connection it has not reserved (porsager/postgres#823). Reserving
 * first rules that out.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = db.$client;
  const connection = await pool.reserve();
  const client = Object.assign(connection, { options: pool.options });
  const tx = drizzle(client, { schema }) as unknown as Tx;
  try {
    await connection.unsafe("begin");
    const result = await work(tx);
    await connection.unsafe("commit");
    return result;
  } catch (error) {
    await connection.unsafe("rollback").catch(() => {});
    throw error;
  } finally {
    connection.release();
  }
}
