import type { Actor } from "@/core/case/state";
import type { PreferredChannel } from "@/core/delivery/preferred-channel";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { writePreferredChannel } from "@/db/queries/people-writes";
import type { Ctx } from "@/server/context";
import { tell } from "@/server/webhooks/tell";
import { changePersonIn } from "./change-person";

type Chooser = { workspaceId: WorkspaceId; actor: Actor };

/** The channel that goes first where a step names several in order; null: none does. Throws `not_found`. */
export const preferChannel = (
  ctx: Ctx,
  who: Chooser,
  personId: string,
  channel: PreferredChannel | null,
): Promise<void> =>
  inTransaction(ctx.db, (tx) => preferChannelIn(ctx, tx, who, personId, channel, {}));

/** As `preferChannel`, in a transaction that does more; `about` is kept with the audit's line. */
export async function preferChannelIn(
  ctx: Ctx,
  tx: Tx,
  who: Chooser,
  personId: string,
  preferredChannel: PreferredChannel | null,
  about: { source?: string },
): Promise<void> {
  const { workspaceId } = who;
  await changePersonIn(ctx, tx, who, personId, async () => {
    await writePreferredChannel(tx, workspaceId, personId, preferredChannel);
    tell(tx, workspaceId, { type: "preference.updated", personId });
    return { action: "preferences.saved", detail: { ...about, preferredChannel } };
  });
}
