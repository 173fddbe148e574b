import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { backoff } from "./backoff";

const RETRY_MS = 100;

/**
 * Holds a lock for as long as this process lives, on a connection of its own: PostgreSQL gives it up
 * the moment the process is gone. Taken again at once when the connection is lost. Gives what ends it.
 */
export async function holdSessionLock(url: string, name: string): Promise<() => Promise<void>> {
  let released = false;
  let taking: Promise<void> | null = null;
  const client = postgres(url, {
    max: 1,
    // A connection that is renewed now and then would let go of the lock.
    max_lifetime: null,
    onnotice: () => {},
    backoff,
    connection: { application_name: "followthrough-lock" },
    onclose: () => {
      if (!released) taking ??= take();
    },
  });
  const take = async () => {
    while (!released) {
      try {
        await client`select pg_advisory_lock(hashtextextended(${name}, 0))`;
        break;
      } catch {
        await sleep(RETRY_MS);
      }
    }
    taking = null;
  };
  taking = take();
  await taking;
  return async () => {
    released = true;
    await client.end({ timeout: 2 });
  };
}

/** SQL that is true while some session holds the lock of this name (an SQL expression). */
export const isLockHeld = (name: string): string => `exists (
  select 1 from pg_locks l
   where l.locktype = 'advisory' and l.granted and l.objsubid = 1
     and l.database = (select oid from pg_database where datname = current_database())
     and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended(${name}, 0))`;
