import "server-only";
import type { WorkspaceId } from "@/core/ids";
import { listKeyed } from "@/db/queries/keyed";
import { listDefinitions } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { type Referred, refersTo } from "@/server/workflows/used-by";

const POLICIES_MAX = 1_000;

/** What brings in a rota or a policy: workflows by key, in their draft or live version, and policies. */
export type NamedBy = { workflows: string[]; policies: { key: string; name: string }[] };

export async function namedBy(
  workspaceId: WorkspaceId,
): Promise<(kind: Extract<Referred, "policy" | "rota">, key: string) => NamedBy> {
  const [definitions, { rows: policies }] = await Promise.all([
    listDefinitions(ctx.db, workspaceId),
    listKeyed(ctx.db, workspaceId, "policies", { limit: POLICIES_MAX }),
  ]);
  return (kind, key) => ({
    workflows: [
      ...new Set(
        definitions
          .filter(({ definition }) => refersTo(definition, kind, key))
          .map((each) => each.key),
      ),
    ],
    policies: policies.filter(({ ladder }) => refersTo(ladder, kind, key)),
  });
}
