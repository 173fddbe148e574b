import { isCollecting } from "@/core/delivery/bundle";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Tx } from "@/db/client";
import { messageArrived } from "@/db/queries/inbox-word";
import { announceMessage } from "@/server/live/announce";
import { newId } from "@/server/new-id";
import { tellMessage } from "@/server/webhooks/tell";
import { jsonText } from "./json-text";
import type { Settled } from "./settled";

const UPDATE = `
  update messages m set
    status = u.status, code = u.code, params = u.params::jsonb, evidence = u.evidence::jsonb,
    decided_at = $1::timestamptz, deliver_at = u.deliver_at::timestamptz,
    to_address = coalesce(u.to_address, m.to_address), topic = coalesce(u.topic, m.topic),
    content = coalesce(u.content::jsonb, m.content), provider = coalesce(u.provider, m.provider),
    attempts = m.attempts + u.attempt,
    attempt_by = case when u.status = 'sending' then $2::uuid end,
    attempt_at = case when u.status = 'sending' then clock_timestamp() end,
    sent_at = case when u.status = 'sent' then $1::timestamptz end,
    tracked = case when m.channel = 'email' and u.status in ('sending', 'sent') then coalesce((select
      p.tracking_consent from people p where p.workspace_id = m.workspace_id and p.id = m.person_id), false)
      else m.tracked end,
    batch = coalesce(u.batch, m.batch), carrier_id = coalesce(u.carrier_id, m.carrier_id)
  from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
      $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::uuid[], $16::uuid[])
    as u(workspace_id, id, status, code, params, evidence, deliver_at, to_address, topic, content,
      provider, attempt, batch, carrier_id)
  where m.workspace_id = u.workspace_id and m.id = u.id
  returning m.id, m.attempt_at::text as "attemptAt"`;

const isRendered = (s: Settled) => s.kind === "sending" || s.kind === "sent" || s.kind === "merged";
const statusOf = (s: Settled) => (s.kind === "merged" ? s.status : s.kind);

/** What is held to be collected is marked for good, whatever holds it after that. */
function carrierOf(s: Settled): string | null {
  if (s.kind === "merged") return s.carrierId;
  const { id, carrierId, maybeAt } = s.row;
  // A provider may have it inside that carrier: it leaves in no other one any more.
  if (carrierId !== null && maybeAt !== null) return carrierId;
  const isCollected = s.kind === "held" && isCollecting(s.code);
  // A new carrier may carry it, or nobody but itself.
  return isCollected || carrierId !== null ? id : null;
}

/**
 * Stores a round's decisions in one statement, and a line of the timeline for each new kind of hold.
 * Gives when the attempts began that it makes.
 */
export async function storeSettled(
  tx: Tx,
  settled: readonly Settled[],
  {
    workerId,
    batches,
    now,
  }: { workerId: string; batches: ReadonlyMap<string, string>; now: Instant },
): Promise<Map<string, string>> {
  for (const one of settled) {
    announceMessage(tx, one.row, statusOf(one));
    tellMessage(tx, one.row, statusOf(one));
    if (one.kind === "sent" && one.row.channel === "in_app") messageArrived(tx, one.row);
  }
  const held = settled.filter((s) => s.kind === "held" && s.code !== s.row.code);
  const [rows] = await Promise.all([
    tx.$client.unsafe<{ id: string; attemptAt: string | null }[]>(
      UPDATE,
      [
        toRfc3339(now),
        workerId,
        settled.map((s) => s.row.workspaceId),
        settled.map((s) => s.row.id),
        settled.map(statusOf),
        settled.map((s) => s.code),
        settled.map((s) => jsonText(s.params)),
        settled.map((s) => jsonText(s.evidence)),
        settled.map((s) => (s.kind === "held" ? toRfc3339(s.until) : null)),
        settled.map((s) => (isRendered(s) ? s.to : null)),
        settled.map((s) => (isRendered(s) ? s.topic : null)),
        settled.map((s) => (isRendered(s) ? jsonText(s.content) : null)),
        settled.map((s) => (isRendered(s) ? s.provider : null)),
        settled.map((s) => (isRendered(s) ? 1 : 0)),
        settled.map((s) => batches.get(s.row.id) ?? null),
        settled.map(carrierOf),
      ],
      { prepare: true },
    ),
    held.length > 0 && storeDecisions(tx, held, now),
  ]);
  return new Map(
    rows.flatMap(({ id, attemptAt }) => (attemptAt === null ? [] : [[id, attemptAt]])),
  );
}

/** A hold lies on the message only until the next decision; the timeline keeps it. */
async function storeDecisions(tx: Tx, held: readonly Settled[], now: Instant): Promise<void> {
  await tx.$client.unsafe(
    `insert into case_decisions (workspace_id, case_id, id, at, entries)
     select u.workspace_id, u.case_id, u.id, $1::timestamptz, u.entries::jsonb
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
         as u(workspace_id, case_id, id, entries)`,
    [
      toRfc3339(now),
      held.map((s) => s.row.workspaceId),
      held.map((s) => s.row.caseId),
      held.map(() => newId()),
      held.map(({ row, code, params, evidence }) =>
        jsonText([
          {
            code,
            step: row.step,
            params: { ...params, messageId: row.id, channel: row.channel, personId: row.personId },
            evidence,
          },
        ]),
      ),
    ],
  );
}
