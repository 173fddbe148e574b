import { toRfc3339 } from "@/core/time";
import { type AuditFilter, listAudit } from "@/db/queries/audit";
import { findMember, type Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { csvLine, csvResponse } from "@/server/http/csv";
import { actorText } from "../actor";
import { AuditParams, filterOf } from "../search-params";

const BATCH_ROWS = 1_000;
/** More is asked for by dates. */
const EXPORT_ROWS_MAX = 100_000;

/** The entries a filter lets through as CSV, newest first, read in batches while it is sent. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return new Response("There is no such workspace.", { status: 404 });
  const given = AuditParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { zone } = await viewer(member.workspace.timeZone);
  const lines = linesOf(member, filterOf(given, zone));
  return csvResponse(`audit-log-${member.workspace.slug}.csv`, lines);
}

async function* linesOf(member: Member, filter: AuditFilter): AsyncGenerator<string> {
  yield csvLine(["at", "actor", "actor_kind", "actor_id", "action", "target", "detail"]);
  let cursor: string | undefined;
  for (let sent = 0; sent < EXPORT_ROWS_MAX; sent += BATCH_ROWS) {
    const page = { limit: BATCH_ROWS, cursor };
    const { rows, nextCursor } = await listAudit(ctx.db, member.workspaceId, filter, page);
    for (const { at, actor, action, target, detail } of rows) {
      const { kind, id } = actor as { kind?: unknown; id?: unknown };
      const who = [actorText(actor, "en"), String(kind ?? ""), String(id ?? "")];
      yield csvLine([toRfc3339(at.getTime()), ...who, action, target, JSON.stringify(detail)]);
    }
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}
