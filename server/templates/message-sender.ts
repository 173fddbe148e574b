import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { EmailLayout } from "@/core/template/email-layout";
import type { EmailBrand } from "@/core/template/email-look";
import type { Snippets } from "@/core/template/snippet";
import { inTransaction } from "@/db/client";
import { allLayouts, allSnippets } from "@/db/queries/snippets";
import { findWorkspace } from "@/db/queries/workspaces";
import { senderOf } from "@/server/channels/sender-of";
import type { Ctx } from "@/server/context";
import { brandOf } from "@/server/delivery/parcel";
import { createProviders } from "@/server/providers/configured";

export type MessageSender = {
  from: string | null;
  brand: EmailBrand;
  /** What contents may name, by key. */
  layouts: ReadonlyMap<string, EmailLayout>;
  snippets: Snippets;
};

/**
 * Who the emails of a workspace are from, as the next one would be, the mark they carry, and what their
 * contents may name. Throws `not_found`.
 */
export async function messageSender(ctx: Ctx, workspaceId: WorkspaceId): Promise<MessageSender> {
  const workspace = await findWorkspace(ctx.db, workspaceId);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  const [layouts, snippets] = await Promise.all([
    allLayouts(ctx.db, workspaceId),
    allSnippets(ctx.db, workspaceId),
  ]);
  const providers = createProviders(ctx.config);
  try {
    await inTransaction(ctx.db, (tx) => providers.load(tx, [workspace]));
    const provider = providers.find(workspaceId, "email")?.name ?? null;
    const from = await senderOf(ctx, { workspaceId, provider });
    return { from, brand: brandOf(workspace), layouts, snippets };
  } finally {
    await providers.close();
  }
}
