import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Where workers listen for work that is due at once. */
export const WORK_CHANNEL = "followthrough_work";

/** Tells the workers, when this transaction commits, that something is due: nobody waits for a poll. */
export async function wakeWorkers(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${WORK_CHANNEL}, '')`);
}
