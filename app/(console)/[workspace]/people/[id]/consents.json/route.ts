import { PersonId } from "@/core/ids";
import { findPerson } from "@/db/queries/people";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { readLedger } from "@/server/consents/read-ledger";
import { jsonFile } from "@/server/http/json-file";

type Context = { params: Promise<{ workspace: string; id: string }> };

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
  return jsonFile(`consents-${personId.data}.json`, { personId: personId.data, ...ledger });
}
