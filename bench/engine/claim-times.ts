import type { Db } from "@/db/client";

/** Begins the clock's claim, and no other statement. */
const CLAIM = /^select c\.workspace_id[\s\S]*next_action_at <= now\(\)[\s\S]*skip locked$/;

/** Measures from outside how long each claim of due cases takes, in milliseconds. */
export function timeClaims(db: Db): number[] {
  const times: number[] = [];
  const pool = db.$client;
  const reserve = pool.reserve.bind(pool);
  pool.reserve = async () => {
    const connection = await reserve();
    const unsafe = connection.unsafe.bind(connection);
    const timed: typeof unsafe = (text, ...rest) => {
      const query = unsafe(text, ...rest);
      if (CLAIM.test(text)) {
        const from = performance.now();
        query
          .then((rows) => rows.length > 0 && times.push(performance.now() - from))
          .catch(() => {});
      }
      return query as never;
    };
    connection.unsafe = timed;
    return connection;
  };
  return times;
}
