import { and, eq, inArray, like, or } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Template } from "@/core/template/content";
import type { Db, Tx } from "@/db/client";
import { templates, workflows } from "@/db/schema/workflows";

/** The published contents under these keys; a key without one is left out. */
export async function findTemplates(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<Map<string, Template>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({ key: templates.key, template: templates.template })
    .from(templates)
    .where(and(eq(templates.workspaceId, workspaceId), inArray(templates.key, [...keys])));
  return new Map(rows.map(({ key, template }) => [key, template]));
}

const SUFFIX_MAX = 1_000;

/** The first of `key`, `key-2`, `key-3` … that no workflow of the workspace has. */
export async function freeWorkflowKey(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<string> {
  const begins = `${key.replace(/[\\%_]/g, "\\$&")}-%`;
  const rows = await db
    .select({ key: workflows.key })
    .from(workflows)
    .where(
      and(
        eq(workflows.workspaceId, workspaceId),
        or(eq(workflows.key, key), like(workflows.key, begins)),
      ),
    );
  const taken = new Set(rows.map((row) => row.key));
  for (let n = 1; n <= SUFFIX_MAX; n++) {
    const candidate = n === 1 ? key : `${key}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
  throw new Error(`More than ${SUFFIX_MAX} workflows are called ${key}`);
}
