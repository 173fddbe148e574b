import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { EmailBrand } from "@/core/template/email-html";
import { inTransaction } from "@/db/client";
import { findWorkspace } from "@/db/queries/workspaces";
import { senderOf } from "@/server/channels/sender-of";
import type { Ctx } from "@/server/context";
import { createProviders } from "@/server/providers/configured";

export type MessageSender = { from: string | null; brand: EmailBrand };

/** Who the emails of a workspace are from, as the next one would be, and the mark they carry. Throws `not_found`. */
export async function messageSender(ctx: Ctx, workspaceId: WorkspaceId): Promise<MessageSender> {
  const workspace = await findWorkspace(ctx.db, workspaceId);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  const { color, address, logoUrl } = workspace.brand;
  const brand = {
    name: workspace.name,
    color: color ?? null,
    address: address ?? null,
    logoUrl: logoUrl ?? null,
  };
  const providers = createProviders(ctx.config);
  try {
    await inTransaction(ctx.db, (tx) => providers.load(tx, [workspace]));
    const provider = providers.find(workspaceId, "email")?.name ?? null;
    return { from: await senderOf(ctx, { workspaceId, provider }), brand };
  } finally {
    await providers.close();
  }
}
