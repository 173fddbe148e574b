import type { SiblingFacts } from "@/core/delivery/gate-input";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";

const SIBLINGS_MAX = 1_000;

type CaseRef = { workspaceId: WorkspaceId; caseId: string };

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** All messages of the given cases, oldest first, by case id. */
export async function loadSiblings(
  tx: Tx,
  wanted: readonly CaseRef[],
): Promise<Map<string, SiblingFacts[]>> {
  const found = new Map<string, SiblingFacts[]>();
  if (wanted.length === 0) return found;
  const rows = await tx.$client.unsafe<(SiblingFacts & { caseId: string })[]>(
    `select m.case_id as "caseId", m.id, m.step, m.visit, m.channel, m.person_id as "personId",
       m.template, m.status, m.to_address as "to", ${ms("m.sent_at")} as "sentAt",
       ${ms("m.delivered_at")} as "deliveredAt", ${ms("m.replied_at")} as "repliedAt",
       case when m.opened_by = 'human' then ${ms("m.opened_at")} end as "openedAt",
       ${ms("m.clicked_at")} as "clickedAt"
     from (select distinct * from unnest($1::uuid[], $2::uuid[])) as w(workspace_id, case_id)
     cross join lateral (
       select * from messages x where x.workspace_id = w.workspace_id and x.case_id = w.case_id
        order by x.planned_at limit ${SIBLINGS_MAX}) m
     order by m.planned_at, m.id`,
    [wanted.map((w) => w.workspaceId), wanted.map((w) => w.caseId)],
  );
  for (const { caseId, ...sibling } of rows) {
    const known = found.get(caseId);
    if (known) known.push(sibling);
    else found.set(caseId, [sibling]);
  }
  return found;
}

/** Names of the teams that own cases of the batch, by `workspace/team`. */
export async function loadTeamNames(
  tx: Tx,
  wanted: readonly { workspaceId: WorkspaceId; team: string }[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.$client.unsafe<{ place: string; name: string }[]>(
    `select t.workspace_id || '/' || t.key as place, t.name
       from (select distinct * from unnest($1::uuid[], $2::text[])) as w(workspace_id, key)
       join teams t on t.workspace_id = w.workspace_id and t.key = w.key`,
    [wanted.map((w) => w.workspaceId), wanted.map((w) => w.team)],
  );
  return new Map(rows.map((row) => [row.place, row.name]));
}
