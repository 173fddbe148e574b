import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { csvResponse } from "@/server/http/csv";
import { peopleCsv } from "@/server/people/people-csv";
import { PeopleParams, queryOf } from "../search-params";

type Context = { params: Promise<{ workspace: string }> };

/** The list as a file, as far as its filters let through; read and written part by part. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return new Response(null, { status: 404 });
  const given = PeopleParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { filter, order } = queryOf(given);
  return csvResponse("people.csv", peopleCsv(ctx, member.workspaceId, filter, order));
}
