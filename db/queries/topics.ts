import { asc, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { topics } from "@/db/schema/workflows";

const TOPICS_MAX = 500;

/** The topics of a workspace by name. */
export async function listTopics(db: Db | Tx, workspaceId: WorkspaceId) {
  return db
    .select()
    .from(topics)
    .where(eq(topics.workspaceId, workspaceId))
    .orderBy(asc(topics.name), asc(topics.key))
    .limit(TOPICS_MAX);
}

/** The workflows that have each topic, in their draft or live version. */
export async function workflowsByTopic(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<Map<string, { key: string; name: string }[]>> {
  const rows = await db.execute<{ topic: string; key: string; name: string }>(sql`
    select distinct t.topic, w.key, w.name
    from workflows w
    left join workflow_versions v on v.workspace_id = w.workspace_id
      and v.workflow = w.key and v.version = w.live_version
    cross join lateral (values (w.draft->>'topic'), (v.definition->>'topic')) t(topic)
    where w.workspace_id = ${workspaceId} and t.topic is not null
    order by w.name, w.key`);
  const byTopic = Map.groupBy(rows, ({ topic }) => topic);
  return new Map(
    [...byTopic].map(([topic, some]) => [topic, some.map(({ key, name }) => ({ key, name }))]),
  );
}
