import type { WorkspaceId } from "@/core/ids";
import type { WorkflowFacts } from "@/core/workflow/validate";
import type { Db, Tx } from "@/db/client";
import { listKeyed } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";

/** More of one kind than this are not looked up when a definition is checked. */
const LOOKED_UP_MAX = 5_000;

/** What a workspace has that a definition can refer to. */
export async function definitionFacts(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<WorkflowFacts> {
  const all = { limit: LOOKED_UP_MAX };
  const { rows: templates } = await listKeyed(db, workspaceId, "templates", all);
  const { rows: topics } = await listKeyed(db, workspaceId, "topics", all);
  const { rows: teams } = await listKeyed(db, workspaceId, "teams", all);
  const { rows: policies } = await listKeyed(db, workspaceId, "policies", all);
  const { rows: rotas } = await listKeyed(db, workspaceId, "rotas", all);
  const members = Map.groupBy(
    await listMembers(
      db,
      workspaceId,
      teams.map((team) => team.key),
    ),
    (member) => member.team,
  );
  return {
    templates: new Map(templates.map(({ key, template }) => [key, template])),
    topics: new Map(topics.map(({ key, required }) => [key, { required }])),
    teams: new Map(
      teams.map(({ key, leadId }) => [key, { leadId, members: members.get(key) ?? [] }]),
    ),
    policies: new Set(policies.map((policy) => policy.key)),
    rotas: new Set(rotas.map((rota) => rota.key)),
    channelsOn: null,
    eventNames: null,
  };
}
