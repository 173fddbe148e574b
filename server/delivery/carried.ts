import { MessageRequest } from "@/core/delivery/request";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { announceMessage } from "@/server/live/announce";
import { tellMessage } from "@/server/webhooks/tell";
import type { Reported } from "./reports";

type Carrier = { workspaceId: WorkspaceId; id: string };
type Carried = Omit<Reported, "outcome" | "request"> & { id: string; request: unknown };

const COLUMNS = `m.workspace_id as "workspaceId", m.id, m.case_id as "caseId", m.person_id as "personId",
  m.step, m.visit, m.channel, m.request`;

const CARRIED = `from unnest($1::uuid[], $2::uuid[]) as u(workspace_id, id)
  join messages c on c.workspace_id = u.workspace_id and c.id = u.id`;

/** The messages on their way inside these. */
export async function carriedBy(tx: Tx, carriers: readonly Carrier[]): Promise<CarriedRow[]> {
  if (carriers.length === 0) return [];
  const rows = await tx.$client.unsafe<Carried[]>(
    `select ${COLUMNS} ${CARRIED}
       join messages m on m.workspace_id = c.workspace_id and m.carrier_id = c.id and m.id <> c.id
      where m.status = 'sending'`,
    columnsOf(carriers),
  );
  return rows.map(parsed);
}

type CarriedRow = Omit<Carried, "request"> & Pick<Reported, "request">;
const parsed = (row: Carried): CarriedRow => ({
  ...row,
  request: MessageRequest.parse(row.request),
});
const columnsOf = (carriers: readonly Carrier[]) => [
  carriers.map(({ workspaceId }) => workspaceId),
  carriers.map(({ id }) => id),
];

const FOLLOW = `
  update messages m set status = w.status, decided_at = w.decided_at, attempt_by = null,
    code = case w.status when 'sent' then m.code when 'planned' then null else w.code end,
    params = case w.status when 'sent' then m.params else w.params end,
    provider_message_id = w.provider_message_id, deliver_at = w.deliver_at, sent_at = w.sent_at,
    attempts = least(m.attempts, w.attempts), tried = coalesce(w.tried, m.tried)
  from (select c.* ${CARRIED}) w
  where m.workspace_id = w.workspace_id and m.carrier_id = w.id and m.id <> w.id
    and m.status = 'sending'
  returning ${COLUMNS}, m.status`;

/**
 * What became of these became of all that left inside them: to be called when their outcome is
 * stored, with the locks of the carried cases where reports are wanted. Gives what to report.
 */
export async function followCarriers(tx: Tx, carriers: readonly Carrier[]): Promise<Reported[]> {
  if (carriers.length === 0) return [];
  const rows = await tx.$client.unsafe<(Carried & { status: string })[]>(
    FOLLOW,
    columnsOf(carriers),
  );
  return rows.flatMap(({ status, ...row }) => {
    announceMessage(tx, row, status);
    tellMessage(tx, row, status);
    if (status === "planned" || status === "held") return [];
    return [{ ...parsed(row), outcome: status === "failed" ? "failed" : ("sent" as const) }];
  });
}
