import { sql } from "drizzle-orm";
import type { Effect } from "@/core/case/effect";
import type { Tx } from "@/db/client";
import type { Ctx } from "../context";
import type { Transition } from "./store";

/** Messages that a transition ended before they left, and those that are with a provider already. */
export type Stopped = { caseId: string; messageId: string; inFlight: boolean };

type StopEffect = Extract<Effect, { type: "stop_messages" }>;

/**
 * Ends what is not handed over, before the ending's own messages are planned. What is `sending`
 * cannot be called back: it is reported, never hidden.
 */
export async function stopMessages(tx: Tx, transitions: readonly Transition[]): Promise<Stopped[]> {
  const stopped: Stopped[] = [];
  for (const { row, effects, at, isNew } of transitions) {
    if (isNew) continue;
    for (const effect of effects) {
      if (effect.type === "stop_messages") stopped.push(...(await stop(tx, row, effect, at)));
    }
  }
  return stopped;
}

async function stop(
  tx: Tx,
  row: Transition["row"],
  { code, params, endingToo }: StopEffect,
  at: number,
): Promise<Stopped[]> {
  const { workspaceId, id } = row;
  const rows = await tx.execute<{ id: string }>(sql`
    update messages set status = 'not_sent', code = ${code}, params = ${JSON.stringify(params)}::jsonb,
      decided_at = to_timestamp(${at} / 1000.0), deliver_at = null
    where workspace_id = ${workspaceId} and case_id = ${id} and status in ('planned', 'held')
      and (${endingToo} or not coalesce((request->>'ending')::bool, false))
    returning id`);
  const flying = await tx.execute<{ id: string }>(sql`
    select id from messages
    where workspace_id = ${workspaceId} and case_id = ${id} and status = 'sending'`);
  return [
    ...rows.map((message) => ({ caseId: id, messageId: message.id, inFlight: false })),
    ...flying.map((message) => ({ caseId: id, messageId: message.id, inFlight: true })),
  ];
}

/** The effects that are neither messages nor decisions: jobs, and changes of the person. */
export async function carryOut(
  ctx: Ctx,
  tx: Tx,
  transitions: readonly Transition[],
): Promise<void> {
  for (const { row, effects, at } of transitions) {
    const { workspaceId, id: caseId, personId } = row;
    for (const effect of effects) {
      switch (effect.type) {
        case "recheck_messages":
          await tx.execute(sql`
            update messages set deliver_at = ${sql`to_timestamp(${at} / 1000.0)`}
            where workspace_id = ${workspaceId} and case_id = ${caseId} and status = 'held'
              and deliver_at is not null`);
          break;
        case "call":
          await ctx.enqueue(tx, "case.call", { workspaceId, caseId, step: effect.step });
          break;
        case "notify_webhook": {
          const { step, visit, level, url } = effect;
          const told = { workspaceId, caseId, step, visit, level, url };
          await ctx.enqueue(tx, "escalation.webhook", told);
          break;
        }
        case "update_person":
          await tx.execute(sql`
            update people set attributes = attributes || ${JSON.stringify(effect.attributes)}::jsonb,
              updated_at = now()
            where workspace_id = ${workspaceId} and id = ${personId}`);
          break;
        case "plan_message":
        case "stop_messages":
        case "log":
          break;
      }
    }
  }
}
