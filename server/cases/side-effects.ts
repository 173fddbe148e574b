import { sql } from "drizzle-orm";
import type { Effect } from "@/core/case/effect";
import type { Tx } from "@/db/client";
import type { Ctx } from "../context";
import { announceMessage } from "../live/announce";
import type { Transition } from "./store";

/** Messages that a transition ended before they left, and those that are with a provider already. */
export type Stopped = { caseId: string; messageId: string; inFlight: boolean };

type StopEffect = Extract<Effect, { type: "stop_messages" }>;
type Stop = { row: Transition["row"]; effect: StopEffect; at: number };

const STOP = `
  update messages m set status = 'not_sent', code = u.code, params = u.params,
      decided_at = to_timestamp(u.at / 1000.0), deliver_at = null
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::float8[], $6::int[])
      as u(workspace_id, case_id, code, params, at, ending_too)
   where m.workspace_id = u.workspace_id and m.case_id = u.case_id and m.status in ('planned', 'held')
     and (u.ending_too = 1 or not coalesce((m.request->>'ending')::bool, false))
  returning m.case_id as "caseId", m.id as "messageId"`;

const IN_FLIGHT = `
  select m.case_id as "caseId", m.id as "messageId"
    from unnest($1::uuid[], $2::uuid[]) as u(workspace_id, case_id)
    join messages m on m.workspace_id = u.workspace_id and m.case_id = u.case_id
   where m.status = 'sending'`;

/**
 * Ends what is not handed over, before the ending's own messages are planned. What is `sending`
 * cannot be called back: it is reported, never hidden.
 */
export async function stopMessages(tx: Tx, transitions: readonly Transition[]): Promise<Stopped[]> {
  const stops: Stop[] = transitions.flatMap(({ row, effects, at, isNew }) =>
    isNew
      ? []
      : effects.flatMap((effect) => (effect.type === "stop_messages" ? [{ row, effect, at }] : [])),
  );
  if (stops.length === 0) return [];
  const workspaces = stops.map(({ row }) => row.workspaceId);
  const cases = stops.map(({ row }) => row.id);
  type Found = Omit<Stopped, "inFlight">[];
  const [ended, flying] = (await Promise.all([
    tx.$client.unsafe(
      STOP,
      [
        workspaces,
        cases,
        stops.map(({ effect }) => effect.code),
        stops.map(({ effect }) => JSON.stringify(effect.params)),
        stops.map(({ at }) => at),
        stops.map(({ effect }) => Number(effect.endingToo)),
      ],
      { prepare: true },
    ),
    tx.$client.unsafe(IN_FLIGHT, [workspaces, cases], { prepare: true }),
  ])) as unknown as [Found, Found];
  const workspaceOf = new Map(stops.map(({ row }) => [row.id, row.workspaceId]));
  for (const { caseId, messageId: id } of ended) {
    const workspaceId = workspaceOf.get(caseId);
    if (workspaceId) announceMessage(tx, { workspaceId, id, caseId }, "not_sent");
  }
  return [
    ...ended.map((message) => ({ ...message, inFlight: false })),
    ...flying.map((message) => ({ ...message, inFlight: true })),
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
          const { step, visit, level, url, event = "escalated" } = effect;
          const told = { workspaceId, caseId, step, visit, level, url, event };
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
