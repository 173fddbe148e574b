import { PersonId } from "@/core/ids";
import { findPerson } from "@/db/queries/people";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { readLedger } from "@/server/consents/read-ledger";

type Context = { params: Promise<{ workspace: string; id: string }> };

const INDENT = 2;

/** A person's ledger of consents as one file: what can be shown to whoever asks for proof. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { workspace, id } = await params;
  const member = await findMember(workspace);
  const personId = PersonId.safeParse(decodeURIComponent(id));
  if (!member || !personId.success) return new Response(null, { status: 404 });
  if (!(await findPerson(ctx.db, member.workspaceId, personId.data))) {
    return new Response(null, { status: 404 });
  }
  const ledger = await readLedger(ctx.db, member.workspaceId, personId.data);
  const file = { personId: personId.data, ...ledger };
  const name = personId.data.replace(/[^\w.-]+/g, "_");
  return new Response(JSON.stringify(file, null, INDENT), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="consents-${name}.json"`,
      "cache-control": "no-store",
    },
  });
}
