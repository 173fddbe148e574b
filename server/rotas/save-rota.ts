import type { RotaInput } from "@/core/contracts/rotas";
import type { RotaPlan } from "@/core/rota/rota";
import { holdKeyed } from "@/db/queries/keyed";
import { writeRota } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";
import { requireSeen } from "@/server/workspaces/require-seen";

/**
 * Makes or replaces a rota; says whether it is new. People may be ones who do not exist yet. `seen`: what
 * the writer has read, null for none; another that is
 * stored is not replaced (`precondition_failed`, `conflict` for a key that is taken).
 */
export async function saveRota(
  ctx: Ctx,
  who: Who,
  key: string,
  input: RotaInput,
  { seen }: { seen?: RotaPlan | null } = {},
): Promise<{ created: boolean }> {
  const { key: given, ...plan } = input;
  sameKeyAs(key, given);
  const change = { action: "rota.saved" as const, target: key };
  const { workspaceId } = who;
  const created = await changeFacts(ctx, who, change, async (tx) => {
    const stored = await holdKeyed(tx, workspaceId, "rotas", key);
    if (seen !== undefined) requireSeen(seen, stored?.plan);
    const isNew = await writeRota(tx, { workspaceId, key, plan });
    // Somebody made it since it was looked for.
    if (seen === null && !isNew) requireSeen(null, plan);
    return isNew;
  });
  return { created };
}
