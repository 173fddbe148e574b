import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyAll } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number of ours; one migration at a time holds it, however many processes start at once. */
const MIGRATION_LOCK = 7_306_114;

/** Brings the database at `url` to this release's tables. Safe to run from several processes at once. */
export async function migrate(url: string, root = process.cwd()): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyAll(drizzle(sql), { migrationsFolder: join(root, "db", "migrations") });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
