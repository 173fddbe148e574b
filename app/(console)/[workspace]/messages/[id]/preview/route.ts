import { MessageId } from "@/core/ids";
import { findMessage } from "@/db/queries/messages";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { previewEmail } from "@/server/messages/preview-email";

/** Somebody else's HTML: no script, no form, no frame, nothing of our origin. */
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "img-src https: data:",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "private, no-store",
};

const nothing = () =>
  new Response("<!doctype html><title>No preview</title>There is no email to show here.", {
    status: 404,
    headers: HEADERS,
  });

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
  return preview ? new Response(preview.html, { headers: HEADERS }) : nothing();
}
