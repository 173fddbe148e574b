import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { insertConsents } from "@/db/queries/consents";
import { listPeopleAt } from "@/db/queries/suppressions";
import { factsChanged } from "@/server/cases/facts-changed";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { suppressGone } from "@/server/delivery/suppress-gone";
import { newId } from "@/server/new-id";
import type { InboundSms } from "./inbound";

/** A deadlock with a report about the same number is rare, and over at the second try. */
const TRIES = 3;
const WORDS_CHARS_MAX = 160;
/** One answer to HELP an hour and number. */
const HELP_EVERY_S = 3_600;

type Opting = { sms: InboundSms; number: string };

/** Whether this number said stop, in any of these workspaces. */
export async function isStopped(
  ctx: Ctx,
  workspaceIds: readonly WorkspaceId[],
  number: string,
): Promise<boolean> {
  const rows = await ctx.db.execute(sql`
    select 1 from suppressions
    where workspace_id = any(${sql.param([...workspaceIds])}::uuid[])
      and channel = 'sms' and address = ${number} and reason = 'stopped' limit 1`);
  return rows.length > 0;
}

/**
 * Stops or starts again everything by SMS to a number, for whoever has it: suppression, ledger and every
 * case it bears on, at once, and one confirmation when something changed.
 */
export async function optTo(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  { sms, number }: Opting,
  to: "stop" | "start",
): Promise<void> {
  await inTransaction(
    ctx.db,
    async (tx) => {
      const people = await listPeopleAt(tx, workspaceId, "sms", [number]);
      if (await isKnown(tx, workspaceId, people, sms.id)) return;
      const isNew =
        to === "stop" ? await stop(tx, workspaceId, number) : await start(tx, workspaceId, number);
      const granted = to === "start";
      const changed = await thoseWhoSaid(tx, workspaceId, people, !granted, isNew);
      await insertConsents(
        tx,
        workspaceId,
        changed.map((personId) => ({
          id: newId(),
          personId,
          channel: "sms" as const,
          topic: null,
          granted,
          source: "sms_reply",
          address: number,
          evidence: {
            id: sms.id,
            provider: sms.provider,
            text: sms.body.slice(0, WORDS_CHARS_MAX),
          },
        })),
      );
      await factsChanged(ctx, tx, workspaceId, { personIds: people }, "preferences");
      if (isNew || changed.length > 0) await notice(ctx, tx, workspaceId, number, to);
    },
    { tries: TRIES },
  );
}

/** Says who we are, at most once an hour. */
export const tellWhoWeAre = (ctx: Ctx, workspaceId: WorkspaceId, { number }: Opting) =>
  inTransaction(ctx.db, (tx) => notice(ctx, tx, workspaceId, number, "help"));

async function notice(
  ctx: Ctx,
  tx: Tx,
  workspaceId: WorkspaceId,
  to: string,
  kind: "stop" | "start" | "help",
): Promise<void> {
  const once =
    kind === "help"
      ? { singletonKey: `${workspaceId} ${to} help`, singletonSeconds: HELP_EVERY_S }
      : {};
  await ctx.enqueue(tx, "reply.notice", { workspaceId, to, kind }, once);
}

async function stop(tx: Tx, workspaceId: WorkspaceId, number: string): Promise<boolean> {
  const gone = {
    workspaceId,
    channel: "sms" as const,
    address: number,
    reason: "stopped" as const,
  };
  return (await suppressGone(tx, [gone], await nowOf(tx, workspaceId))).length > 0;
}

async function start(tx: Tx, workspaceId: WorkspaceId, number: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from suppressions
    where workspace_id = ${workspaceId} and channel = 'sms' and address = ${number}
      and reason = 'stopped' returning address`);
  return rows.length > 0;
}

/** A provider that repeats an old stop does not take back the start after it. */
async function isKnown(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: readonly string[],
  smsId: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from consents
    where workspace_id = ${workspaceId} and person_id = any(${sql.param([...people])}::text[])
      and channel = 'sms' and evidence->>'id' = ${smsId} limit 1`);
  return rows.length > 0;
}

/** Those whose newest word is the other one; a stop is also the first word of whoever said nothing yet. */
async function thoseWhoSaid(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: readonly string[],
  granted: boolean,
  isNew: boolean,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string; granted: boolean | null }>(sql`
    select p.id, c.granted from unnest(${sql.param([...people])}::text[]) as p(id)
    left join lateral (
      select granted from consents
      where workspace_id = ${workspaceId} and person_id = p.id and channel = 'sms' and topic is null
      order by at desc, id desc limit 1) c on true
    order by p.id`);
  const isFirst = isNew || granted;
  return rows
    .filter((row) => row.granted === granted || (row.granted === null && isFirst))
    .map(({ id }) => id);
}
