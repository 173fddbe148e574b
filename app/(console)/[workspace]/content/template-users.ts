import "server-only";
import type { WorkspaceId } from "@/core/ids";
import { templatesUsed } from "@/core/workflow/templates-used";
import { listKeyed } from "@/db/queries/keyed";
import { listDefinitions } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { refersTo } from "@/server/workflows/used-by";

const POLICIES_MAX = 1_000;

type Users = { workflows: ReadonlySet<string>; policies: readonly string[] };

/** Tells what names a template: workflows in their draft or live version, and escalation policies. */
export async function templateUsers(workspaceId: WorkspaceId): Promise<(key: string) => Users> {
  const [definitions, { rows: policies }] = await Promise.all([
    listDefinitions(ctx.db, workspaceId),
    listKeyed(ctx.db, workspaceId, "policies", { limit: POLICIES_MAX }),
  ]);
  const workflows = new Map<string, Set<string>>();
  for (const { key, definition } of definitions) {
    for (const template of templatesUsed(definition)) {
      const known = workflows.get(template) ?? new Set();
      workflows.set(template, known.add(key));
    }
  }
  return (key) => ({
    workflows: workflows.get(key) ?? new Set(),
    policies: policies
      .filter(({ ladder }) => refersTo(ladder, "template", key))
      .map((policy) => policy.key),
  });
}
