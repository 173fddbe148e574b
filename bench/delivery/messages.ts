import { TOPIC, WORKFLOW } from "../engine/workflow";
import type { World } from "../engine/world";
import { PEOPLE } from "../settings";

/** One open case for each message, and the message due now; the people take turns. */
export async function planMany({ ctx, workspaceId }: World, count: number, template: string) {
  await ctx.db.$client.unsafe(
    `with numbers as (select n, gen_random_uuid() as case_id from generate_series(1, $2::int) n),
      made as (
        insert into cases (workspace_id, id, number, workflow, version, subject, person_id, status, pc,
            stage, opened_at, due_at, data)
          select $1::uuid, case_id, n, $3, 1, 'Invoice ' || n, 'p' || (n % $4::int), 'open', 0,
            'initial', now(), now() + interval '14 days',
            jsonb_build_object('id', n, 'number', n, 'amount', 120.5) from numbers)
     insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step, visit,
         channel, template, topic, request, status, planned_at, deliver_at)
       select $1::uuid, gen_random_uuid(), case_id, 'p' || (n % $4::int), $3, 1, 'initial', 's1', 0,
         'email', $5, $6, '{"audience":"person"}', 'planned', now(), now() from numbers`,
    [workspaceId, count, WORKFLOW, PEOPLE, template, TOPIC],
  );
  await ctx.db.$client.unsafe("analyze messages, cases");
}

export async function countByStatus({ ctx }: World): Promise<Map<string, number>> {
  const rows = await ctx.db.$client.unsafe<{ status: string; n: number }[]>(
    "select concat_ws(' ', status, case when status in ('failed', 'unknown') then code || params::text end) as status, count(*)::int as n from messages group by 1",
  );
  return new Map(rows.map(({ status, n }) => [status, n]));
}
