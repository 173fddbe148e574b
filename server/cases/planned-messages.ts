import { sql } from "drizzle-orm";
import type { Effect } from "@/core/case/effect";
import type { Tx } from "@/db/client";
import { announceMessage } from "../live/announce";
import type { Transition } from "./store";

type Change = Extract<Effect, { type: "end_message" | "move_message" }>;

/** Single messages that somebody took out of the plan or wants at another moment, unless they have left. */
export async function changePlanned(tx: Tx, transitions: readonly Transition[]): Promise<void> {
  for (const { row, effects, at } of transitions) {
    for (const effect of effects) {
      if (effect.type === "end_message" || effect.type === "move_message") {
        await change(tx, row, effect, at);
      }
    }
  }
}

async function change(tx: Tx, row: Transition["row"], effect: Change, at: number): Promise<void> {
  const { step, visit, channel, personId } = effect.message;
  const set =
    effect.type === "end_message"
      ? sql`status = 'not_sent', code = ${effect.code}, params = ${JSON.stringify(effect.params)}::jsonb,
          decided_at = to_timestamp(${at}::float8 / 1000.0), deliver_at = null`
      : sql`deliver_at = to_timestamp(${effect.deliverAt}::float8 / 1000.0),
          request = request || ${JSON.stringify(effect.by === undefined ? {} : { by: effect.by })}::jsonb`;
  const changed = await tx.execute<{ id: string }>(sql`
    update messages set ${set}
    where workspace_id = ${row.workspaceId} and case_id = ${row.id} and step = ${step}
      and visit = ${visit} and channel = ${channel} and person_id = ${personId}
      and status in ('planned', 'held') returning id`);
  const { workspaceId, id: caseId } = row;
  const status = effect.type === "end_message" ? "not_sent" : undefined;
  for (const { id } of changed) announceMessage(tx, { workspaceId, id, caseId }, status);
}
