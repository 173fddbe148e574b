import { type Found, QUERY_MAX } from "@/components/palette/found";
import { searchCases, searchPeople, searchWorkflows } from "@/db/queries/search";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";

const HEADERS = { "cache-control": "private, no-store" };

/** What the palette finds by `?q=`, for members of the workspace only. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return Response.json({ error: "not_found" }, { status: 404, headers: HEADERS });
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, QUERY_MAX);
  if (q === "") {
    return Response.json({ cases: [], people: [], workflows: [] } satisfies Found, {
      headers: HEADERS,
    });
  }
  const [cases, people, workflows] = await Promise.all([
    searchCases(ctx.db, member.workspaceId, q),
    searchPeople(ctx.db, member.workspaceId, q),
    searchWorkflows(ctx.db, member.workspaceId, q),
  ]);
  return Response.json({ cases, people, workflows } satisfies Found, { headers: HEADERS });
}
