import "server-only";
import { cache } from "react";
import { PROVIDER_NAMES } from "@/core/channel/account";
import { SECOND_MS } from "@/core/time";
import { readLag, readWorkers } from "@/db/queries/operations";
import type { DownProvider } from "@/db/queries/provider-health";
import { readHeartbeat } from "@/db/queries/today";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { listChannels } from "@/server/channels/list-channels";
import { HEARTBEAT_MAX_S } from "@/server/operations/readiness";
import { OUTGOING_CHANNELS, type OutgoingChannel } from "@/server/providers/provider";

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

/** An account whose provider does not answer, or refuses it. */
export type DownAccount = Pick<DownProvider, "blame" | "openedAt" | "lastError" | "waiting"> & {
  channel: OutgoingChannel;
  name: string;
};

const channelsOf = cache(async ({ workspaceId, workspace }: Member) =>
  workspace.kind === "sandbox" ? undefined : listChannels(ctx, workspaceId),
);

/** Accounts that messages of this workspace cannot leave through now. */
export async function readDown(member: Member): Promise<DownAccount[]> {
  const channels = await channelsOf(member);
  return channels ? downOf(channels) : [];
}

export async function readHealth(member: Member): Promise<Health> {
  const began = performance.now();
  const { alive, stranded } = await readWorkers(ctx.db, HEARTBEAT_MAX_S);
  const databaseMs = Math.max(1, Math.round(performance.now() - began));
  const [heartbeat, lag] = await Promise.all([readHeartbeat(ctx.db), readLag(ctx.db)]);
  const channels = await channelsOf(member);
  const lateMs = Math.max(lag.cases, lag.messages) * SECOND_MS;
  return {
    workers: alive,
    heartbeatAt: heartbeat?.getTime() ?? null,
    stranded,
    lateMs,
    isLate: lateMs > LATE_MS,
    email: channels?.email.used,
    databaseMs,
  };
}

/** The environment's providers only where this workspace leaves through them. */
function downOf(channels: Awaited<ReturnType<typeof listChannels>>): DownAccount[] {
  return OUTGOING_CHANNELS.flatMap((channel) => {
    const { accounts, environment } = channels[channel];
    const own = accounts.filter(({ state }) => state === "used" || state === "on");
    const named = environment.map((one) => ({ ...one, name: PROVIDER_NAMES[one.provider] }));
    const inherited = named.filter(({ down }) => own.length === 0 || (down?.waiting ?? 0) > 0);
    return [...own, ...inherited].flatMap(({ name, down }) =>
      down ? [{ channel, name, ...down }] : [],
    );
  });
}
