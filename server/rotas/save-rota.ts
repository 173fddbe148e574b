import type { RotaInput } from "@/core/contracts/rotas";
import { writeRota } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/** Makes or replaces a rota; says whether it is new. People may be ones who do not exist yet. */
export async function saveRota(
  ctx: Ctx,
  who: Who,
  key: string,
  input: RotaInput,
): Promise<{ created: boolean }> {
  const { key: given, ...plan } = input;
  sameKeyAs(key, given);
  const change = { action: "rota.saved" as const, target: key };
  const created = await changeFacts(ctx, who, change, (tx) =>
    writeRota(tx, { workspaceId: who.workspaceId, key, plan }),
  );
  return { created };
}
