import { PersonId } from "@/core/ids";
import { findMember } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { jsonFile } from "@/server/http/json-file";
import { exportPerson } from "@/server/people/export-person";

type Context = { params: Promise<{ workspace: string; id: string }> };

/** Everything kept about a person as one file, to hand to them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { workspace, id } = await params;
  const member = await findMember(workspace);
  const personId = PersonId.safeParse(decodeURIComponent(id));
  if (!member || !personId.success) return new Response(null, { status: 404 });
  const { zone, locale } = await viewer(member.workspace.timeZone);
  const kept = await exportPerson(ctx, member.workspaceId, personId.data, { zone, locale });
  if (!kept) return new Response(null, { status: 404 });
  return jsonFile(`person-${personId.data}.json`, kept);
}
