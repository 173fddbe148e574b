import type { Actor } from "@/core/case/state";
import type { InlinePerson } from "@/core/contracts/people";
import type { FieldError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { upsertEach, upsertPeople } from "./upsert-people";

type Saver = { workspaceId: WorkspaceId; actor: Actor };
type Saved = { created: ReadonlySet<string>; changed: ReadonlySet<string> };

/** As `saveEach`, all or none. Throws `invalid` for the first who cannot be saved so. */
export async function savePeople(
  ctx: Ctx,
  who: Saver,
  inputs: readonly InlinePerson[],
  mode: "replace" | "merge" = "replace",
): Promise<Saved> {
  return save(ctx, who, inputs, async (tx) => ({
    ...(await upsertPeople(tx, who.workspaceId, inputs, mode)),
    refused: new Map(),
  }));
}

/**
 * Makes or replaces people; cases of those who changed are planned again at once. Gives who is new,
 * who changed, and who was refused and why.
 */
export const saveEach = (
  ctx: Ctx,
  who: Saver,
  inputs: readonly InlinePerson[],
): Promise<Saved & { refused: ReadonlyMap<string, FieldError[]> }> =>
  save(ctx, who, inputs, (tx) => upsertEach(tx, who.workspaceId, inputs, "replace"));

async function save(
  ctx: Ctx,
  { workspaceId, actor }: Saver,
  inputs: readonly InlinePerson[],
  write: (tx: Tx) => Promise<Omit<Awaited<ReturnType<typeof upsertEach>>, "fields">>,
) {
  return inTransaction(ctx.db, async (tx) => {
    const { created, changed, refused } = await write(tx);
    if (changed.length > 0) {
      await factsChanged(ctx, tx, workspaceId, { personIds: changed }, "person");
    }
    const [first] = inputs;
    if (first) {
      const target = inputs.length === 1 ? first.id : `${inputs.length} people`;
      const detail = { created: created.length, changed: changed.length };
      await audit(tx, workspaceId, { id: newId(), actor, action: "person.saved", target, detail });
    }
    return { created: new Set(created), changed: new Set(changed), refused };
  });
}
