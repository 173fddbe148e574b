import { reportResponse } from "@/server/analytics/report-response";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";

/** One block of the page as CSV, or why there is none. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return new Response("There is no such workspace.", { status: 404 });
  const { workspaceId, workspace } = member;
  const { slug, timeZone } = workspace;
  return reportResponse(ctx.db, { workspaceId, slug, timeZone }, new URL(request.url).search);
}
