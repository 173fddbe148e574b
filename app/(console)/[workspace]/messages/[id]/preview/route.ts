import { MessageId } from "@/core/ids";
import { findMessage } from "@/db/queries/messages";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { framedHtml } from "@/server/http/framed-html";
import { previewEmail } from "@/server/messages/preview-email";

const NOTHING = "<!doctype html><title>No preview</title>There is no email to show here.";
const nothing = () => framedHtml(NOTHING, { status: 404 });

/** The HTML of one email, for members of its workspace only. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ workspace: string; id: string }> },
): Promise<Response> {
  const { workspace, id } = await params;
  const member = await findMember(workspace);
  const messageId = MessageId.safeParse(id);
  if (!member || !messageId.success) return nothing();
  const row = await findMessage(ctx.db, member.workspaceId, messageId.data);
  const preview = row && (await previewEmail(ctx, row));
  return preview ? framedHtml(preview.html, { links: true }) : nothing();
}
