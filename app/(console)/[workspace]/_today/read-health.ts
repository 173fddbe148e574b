import "server-only";
import { SECOND_MS } from "@/core/time";
import { readLag, readWorkers } from "@/db/queries/operations";
import { readHeartbeat } from "@/db/queries/today";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { listChannels } from "@/server/channels/list-channels";
import { HEARTBEAT_MAX_S } from "@/server/operations/readiness";

/** Due work that waits longer is late: a worker looks every few seconds. */
const LATE_MS = 60 * SECOND_MS;

/** What keeps the cases going, and whether it does. */
export type Health = {
  workers: number;
  heartbeatAt: number | null;
  stranded: number;
  lateMs: number;
  isLate: boolean;
  /** The name of the account that emails leave through; null where none is set, undefined where none is needed. */
  email: string | null | undefined;
  databaseMs: number;
};

export async function readHealth({ workspaceId, workspace }: Member): Promise<Health> {
  const began = performance.now();
  const { alive, stranded } = await readWorkers(ctx.db, HEARTBEAT_MAX_S);
  const databaseMs = Math.max(1, Math.round(performance.now() - began));
  const [heartbeat, lag] = await Promise.all([readHeartbeat(ctx.db), readLag(ctx.db)]);
  const lateMs = Math.max(lag.cases, lag.messages) * SECOND_MS;
  return {
    workers: alive,
    heartbeatAt: heartbeat?.getTime() ?? null,
    stranded,
    lateMs,
    isLate: lateMs > LATE_MS,
    email:
      workspace.kind === "sandbox" ? undefined : (await listChannels(ctx, workspaceId)).email.used,
    databaseMs,
  };
}
