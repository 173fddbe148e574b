import { and, eq, inArray, like, or } from "drizzle-orm";
import { KEY_CHARS_MAX, type WorkspaceId } from "@/core/ids";
import type { Template } from "@/core/template/content";
import type { Ladder } from "@/core/workflow/steps/escalate";
import type { Db, Tx } from "@/db/client";
import { escalationPolicies } from "@/db/schema/teams";
import { templates, workflows } from "@/db/schema/workflows";

/**
 * The published contents under these keys; a key without one is left out. `lock` keeps those that
 * are there as they are until the transaction ends.
 */
export async function findTemplates(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  keys: readonly string[],
  options: { lock?: boolean } = {},
): Promise<Map<string, Template>> {
  if (keys.length === 0) return new Map();
  const query = db
    .select({ key: templates.key, template: templates.template })
    .from(templates)
    .where(and(eq(templates.workspaceId, workspaceId), inArray(templates.key, [...keys])))
    .orderBy(templates.key);
  const rows = await (options.lock ? query.for("update") : query);
  return new Map(rows.map(({ key, template }) => [key, template]));
}

/** The ladders of these escalation policies; a key without one is left out. */
export async function findLadders(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<Map<string, Ladder>> {
  if (keys.length === 0) return new Map();
  const { workspaceId: owner, key, ladder } = escalationPolicies;
  const rows = await db
    .select({ key, ladder })
    .from(escalationPolicies)
    .where(and(eq(owner, workspaceId), inArray(key, [...keys])));
  return new Map(rows.map((row) => [row.key, row.ladder]));
}

const SUFFIX_MAX = 1_000;
/** A key cut to this takes the longest suffix and still is a key. */
const STEM_CHARS_MAX = KEY_CHARS_MAX - `-${SUFFIX_MAX}`.length;

/**
 * The first of `key`, `key-2`, `key-3` … that no workflow of the workspace has. A key that would
 * grow too long is cut before its number.
 */
export async function freeWorkflowKey(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<string> {
  const stem = key.slice(0, STEM_CHARS_MAX);
  const begins = `${stem.replace(/[\\%_]/g, "\\$&")}-%`;
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
    const candidate = n === 1 ? key : `${stem}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
  throw new Error(`More than ${SUFFIX_MAX} workflows are called ${key}`);
}
