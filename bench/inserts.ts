import { connect, inTransaction } from "@/db/client";
import { newId } from "@/server/new-id";
import * as sample from "./baseline/sample";
import { ROW_WRITES } from "./engine/workflow";
import { cpuSecondsOf, cpuSecondsOfFamily } from "./machine";
import { BATCH, PEOPLE } from "./settings";
import type { Stage } from "./stage";

const CONNECTIONS = 2;

const CASES = `insert into cases (workspace_id, id, number, workflow, version, key, subject, person_id, status,
    outcome, pc, stage, due_at, opened_at, closed_at, closed_by, data, memory)
  select $1::uuid, id, number, 'unpaid', 1, 'invoice:' || number, 'Invoice R-' || number, person, 'resolved',
    'resolved', 4, 'resolution', now() + interval '14 days', now(), now(), 'plan', data, $2::jsonb
  from unnest($3::uuid[], $4::int[], $5::text[], $6::jsonb[]) as n(id, number, person, data)`;

const MESSAGES = `insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step,
    visit, channel, template, topic, request, status, code, params, evidence, to_address, content, provider,
    provider_message_id, attempts, planned_at, attempt_at, decided_at, sent_at)
  select $1::uuid, id, c, person, 'unpaid', 1, 'initial', 'first', 0, 'email', 'first', 'bench', $2::jsonb,
    'sent', 'sent.plan', $3::jsonb, $4::jsonb, person || '@example.com', content, 'noop', id::text, 1, now(),
    now(), now(), now()
  from unnest($5::uuid[], $6::uuid[], $7::text[], $8::jsonb[]) as n(id, c, person, content)`;

const DECISIONS = `insert into case_decisions (workspace_id, case_id, id, at, entries)
  select $1::uuid, c, d, now(), entries from unnest($2::uuid[], $3::uuid[], $4::jsonb[]) as n(c, d, entries)`;

/**
 * As many rows as the engine writes for so many cases, inserted into the same tables in batches of
 * the same size: what the disk and the indexes alone cost.
 */
export async function insertRows(stage: Stage, cases: number) {
  const db = connect(await stage.database(), { name: "followthrough-inserts" });
  const workspaceId = newId();
  const serverFrom = cpuSecondsOfFamily(stage.pid);
  const nodeFrom = cpuSecondsOf(process.pid);
  const from = performance.now();
  const batches = Array.from({ length: Math.ceil(cases / BATCH) }, (_, i) => i * BATCH);
  const worker = async () => {
    for (let first = batches.shift(); first !== undefined; first = batches.shift()) {
      await insertBatch(first, Math.min(BATCH, cases - first));
    }
  };
  const insertBatch = (first: number, count: number) =>
    inTransaction(db, async (tx) => {
      const run = (text: string, values: readonly unknown[]) =>
        tx.$client.unsafe(text, values as never[], { prepare: true });
      for (let i = 0; i < ROW_WRITES.cases; i++) {
        const numbers = Array.from({ length: count }, (_, n) => (first + n) * ROW_WRITES.cases + i);
        const ids = numbers.map(newId);
        const people = numbers.map((n) => `p${n % PEOPLE}`);
        const rows = numbers.map(sample.CASE_DATA);
        await run(CASES, [workspaceId, sample.MEMORY, ids, numbers, people, rows]);
      }
      for (let i = 0; i < ROW_WRITES.messages; i++) {
        const ids = Array.from({ length: count }, newId);
        const people = ids.map((_, n) => `p${(first + n) % PEOPLE}`);
        const same = [sample.REQUESTS[0], sample.SENT_PARAMS, sample.EVIDENCE];
        const contents = ids.map((_, n) => sample.contentOf(n));
        await run(MESSAGES, [workspaceId, ...same, ids, ids.map(newId), people, contents]);
      }
      for (let i = 0; i < ROW_WRITES.decisions; i++) {
        const ids = Array.from({ length: count }, newId);
        const entries = ids.map(() => sample.ENTRIES[i % sample.ENTRIES.length]);
        await run(DECISIONS, [workspaceId, ids.map(newId), ids, entries]);
      }
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (performance.now() - from) / 1000;
  const cpuSeconds =
    cpuSecondsOf(process.pid) - nodeFrom + cpuSecondsOfFamily(stage.pid) - serverFrom;
  await db.$client.end({ timeout: 2 });
  return { cases, seconds, cpuSeconds };
}
