import { PersonId } from "@/core/ids";
import { findMember } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { exportPerson } from "@/server/people/export-person";

type Context = { params: Promise<{ workspace: string; id: string }> };

const INDENT = 2;

/** Everything kept about a person as one file, to hand to them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { workspace, id } = await params;
  const member = await findMember(workspace);
  const personId = PersonId.safeParse(decodeURIComponent(id));
  if (!member || !personId.success) return new Response(null, { status: 404 });
  const { zone, locale } = await viewer(member.workspace.timeZone);
  const kept = await exportPerson(ctx, member.workspaceId, personId.data, { zone, locale });
  if (!kept) return new Response(null, { status: 404 });
  const name = personId.data.replace(/[^\w.-]+/g, "_");
  return new Response(JSON.stringify(kept, null, INDENT), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="person-${name}.json"`,
      "cache-control": "no-store",
    },
  });
}
