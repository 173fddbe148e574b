import postgres from "postgres";
import { CLAIM_LIVE } from "@/server/clock/run-due";

const EVERY_MS = 100;
const LIMIT = 500;
const FLOOR_MARGIN_MS = 50;

/**
 * Measures the clock's own claim while others work: on a connection of its own, a claim every
 * `EVERY_MS`, taken back at once, with the floor a worker would use. Gives what ends it; times are
 * in milliseconds, of the claims that found something.
 */
export function timeClaims(url: string): () => Promise<number[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const times: number[] = [];
  let over = false;
  const probe = async () => {
    for (let floor = 0; !over; ) {
      await sql.unsafe("begin");
      const from = performance.now();
      const rows = await sql.unsafe(CLAIM_LIVE, [Math.max(floor, 0), LIMIT], { prepare: true });
      const took = performance.now() - from;
      await sql.unsafe("rollback");
      const first = rows[0]?.nextActionAt;
      if (typeof first === "number") {
        floor = first - FLOOR_MARGIN_MS;
        times.push(took);
      }
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
  };
  const done = probe();
  return async () => {
    over = true;
    await done;
    await sql.end({ timeout: 2 });
    return times;
  };
}
