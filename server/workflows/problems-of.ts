import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import { Template } from "@/core/template/content";
import type { Definition } from "@/core/workflow/definition";
import { type Problem, validate, type WorkflowFacts } from "@/core/workflow/validate";
import { loadWorkspaces } from "../cases/workspace-facts";
import type { Ctx } from "../context";

/** What stands against a definition in this workspace, problems first. */
export async function problemsOf(
  ctx: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  definition: Definition,
): Promise<Problem[]> {
  return validate(definition, await workflowFacts(ctx, workspaceId));
}

async function workflowFacts(
  { db }: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
): Promise<WorkflowFacts> {
  const templates = await db.execute<{ key: string; template: unknown }>(
    sql`select key, template from templates where workspace_id = ${workspaceId}`,
  );
  const topics = await db.execute<{ key: string; required: boolean }>(
    sql`select key, required from topics where workspace_id = ${workspaceId}`,
  );
  const events = await db.execute<{ name: string }>(sql`
    select distinct name from (select name from events where workspace_id = ${workspaceId}
      order by id desc limit 5000) e`);
  const workspace = (await loadWorkspaces(db, [workspaceId])).get(workspaceId);
  return {
    templates: new Map(templates.map(({ key, template }) => [key, Template.parse(template)])),
    topics: new Map(topics.map(({ key, required }) => [key, { required }])),
    teams: workspace?.teams ?? new Map(),
    policies: workspace?.policies ?? new Map(),
    rotas: workspace?.rotas ?? new Map(),
    channelsOn: null satisfies ReadonlySet<Channel> | null,
    eventNames: events.length === 0 ? null : new Set(events.map(({ name }) => name)),
  };
}
