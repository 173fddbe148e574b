import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { peopleCsv } from "@/server/people/people-csv";
import { PeopleParams, queryOf } from "../search-params";

type Context = { params: Promise<{ workspace: string }> };

/** The list as a file, as far as its filters let through; read and written part by part. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return new Response(null, { status: 404 });
  const given = PeopleParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { filter, order } = queryOf(given);
  const parts = peopleCsv(ctx, member.workspaceId, filter, order);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="people.csv"',
      "cache-control": "no-store",
    },
  });
}
