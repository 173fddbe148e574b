import type { Readiness } from "@/core/contracts/operations";
import { readWorkers } from "@/db/queries/operations";
import type { Ctx } from "@/server/context";

/** A worker that was not heard of for this long is taken for dead. */
export const HEARTBEAT_MAX_S = 15;

/** Whether traffic is welcome: the database answers, a worker lives, and no open case is stranded. */
export async function readiness(ctx: Pick<Ctx, "db" | "log">): Promise<Readiness> {
  try {
    const { alive, stranded } = await readWorkers(ctx.db, HEARTBEAT_MAX_S);
    const checks = { database: true, worker: alive > 0, auditor: stranded === 0 };
    return { ready: checks.worker && checks.auditor, checks };
  } catch (err) {
    ctx.log.error({ err }, "not ready: the database does not answer");
    return { ready: false, checks: { database: false, worker: false, auditor: false } };
  }
}
