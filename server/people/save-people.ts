import type { Actor } from "@/core/case/state";
import type { InlinePerson } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { upsertPeople } from "./upsert-people";

/**
 * Makes or replaces people (`merge`: leaves what is absent); cases of those who changed are planned
 * again at once. Gives who is new and who changed.
 */
export async function savePeople(
  ctx: Ctx,
  who: { workspaceId: WorkspaceId; actor: Actor },
  inputs: readonly InlinePerson[],
  mode: "replace" | "merge" = "replace",
): Promise<{ created: ReadonlySet<string>; changed: ReadonlySet<string> }> {
  const { workspaceId, actor } = who;
  return inTransaction(ctx.db, async (tx) => {
    const { created, changed } = await upsertPeople(tx, workspaceId, inputs, mode);
    if (changed.length > 0) {
      await factsChanged(ctx, tx, workspaceId, { personIds: changed }, "person");
    }
    const [first] = inputs;
    if (first) {
      const target = inputs.length === 1 ? first.id : `${inputs.length} people`;
      const detail = { created: created.length, changed: changed.length };
      await audit(tx, workspaceId, { id: newId(), actor, action: "person.saved", target, detail });
    }
    return { created: new Set(created), changed: new Set(changed) };
  });
}
