import { sql } from "drizzle-orm";
import { addDuration } from "@/core/calendar/duration";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import type { WorkflowFacts } from "../cases/workflow-facts";
import type { Arrived } from "./match-answers";
import { meaningOf, type Question } from "./match-answers";

const EARLY_ANSWER = "P1D";

/** Keeps an answer that found no case: it counts for one that opens within the workflow's `earlyAnswer`. */
export async function keepEarly(
  tx: Tx,
  workspaceId: WorkspaceId,
  eventId: string,
  questions: readonly Question[],
  personId: string | null,
  at: Instant,
): Promise<void> {
  for (const { workflow, key } of questions) {
    const subject = key === null ? `p:${personId}` : `k:${key}`;
    await tx.execute(sql`
      insert into early_answers (workspace_id, workflow, subject, event_id, person_id, at)
      values (${workspaceId}, ${workflow}, ${subject}, ${eventId}, ${personId}, to_timestamp(${at} / 1000.0))
      on conflict do nothing`);
  }
}

export type EarlyAnswer = { name: string; at: Instant; by: string; resolves: boolean };

/** Takes the answer that came before this case, if one did; it counts once. */
export async function takeEarly(
  tx: Tx,
  workspaceId: WorkspaceId,
  { key: workflow, live, versions }: WorkflowFacts,
  who: { key: string | null; personId: string },
  now: Instant,
  zone: string,
): Promise<EarlyAnswer | null> {
  if (!live) return null;
  const window = live.definition.earlyAnswer ?? EARLY_ANSWER;
  const since = now - (addDuration(now, window, zone) - now);
  const subjects = [`p:${who.personId}`, ...(who.key === null ? [] : [`k:${who.key}`])];
  const rows = await tx.execute<{
    subject: string;
    eventId: string;
    name: string;
    data: Record<string, unknown>;
    at: Instant;
  }>(sql`
    select a.subject, a.event_id as "eventId", e.name, e.data,
      round(date_part('epoch', a.at) * 1000) as at
    from early_answers a
    join events e on e.workspace_id = a.workspace_id and e.id = a.event_id
    where a.workspace_id = ${workspaceId} and a.workflow = ${workflow}
      and a.subject = any(${sql.param(subjects)}::text[])
      and a.at >= to_timestamp(${since} / 1000.0)
    order by a.at desc limit 20`);
  const answers = versions.get(live.version)?.answers;
  let best: EarlyAnswer | null = null;
  for (const { name, data, at, eventId, subject } of rows) {
    const [answer] = answers?.get(name) ?? [];
    if (!answer) continue;
    const arrived: Arrived = {
      name,
      key: null,
      data,
      person: null,
      zone,
      now: at,
      by: { kind: "event", id: eventId, name },
    };
    const meaning = meaningOf(answer, arrived);
    if (!("event" in meaning) || meaning.event.type !== "responded") continue;
    const resolves = meaning.event.resolves ?? false;
    if (best && !resolves) continue;
    best = { name, at, by: `event:${name}`, resolves };
    await tx.execute(sql`
      delete from early_answers where workspace_id = ${workspaceId} and workflow = ${workflow}
        and subject = ${subject} and event_id = ${eventId}`);
    if (resolves) return best;
  }
  return best;
}
