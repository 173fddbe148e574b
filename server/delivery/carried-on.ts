import type { RenderedContent } from "@/core/delivery/rendered-content";
import { MessageRequest } from "@/core/delivery/request";
import type { WorkspaceId } from "@/core/ids";
import { bundleOfItems } from "@/core/template/bundle-content";
import type { Tx } from "@/db/client";
import { ALONE } from "./lots";

type Carrier = { workspaceId: WorkspaceId; id: string; carries: boolean; batch: string | null };

/** A message that may have left inside another one, with its case's status. */
export type CarriedOn = {
  workspaceId: WorkspaceId;
  id: string;
  carrierId: string;
  caseId: string;
  personId: string;
  step: string;
  visit: number;
  channel: string;
  request: MessageRequest;
  status: string;
};

const OF = `from unnest($1::uuid[], $2::uuid[]) as u(workspace_id, id)
  join messages m on m.workspace_id = u.workspace_id and m.carrier_id = u.id and m.id <> u.id`;

const LOCK = `
  select m.workspace_id as "workspaceId", m.id, m.carrier_id as "carrierId", m.case_id as "caseId",
    m.person_id as "personId", m.step, m.visit, m.channel, m.request, c.status
  ${OF} join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
  where m.status = 'sending' for update of c, m skip locked`;

const COUNT = `select u.id, count(*)::int as n ${OF} where m.status = 'sending' group by u.id`;

/**
 * These, each with what it carries; those and their cases are locked then. Nothing waits, so nothing
 * can deadlock: a list of which somebody holds a part comes again, and with it the whole of its batch.
 */
export async function withCarried<C extends Carrier>(
  tx: Tx,
  rows: readonly C[],
): Promise<(C & { carried: readonly CarriedOn[] })[]> {
  const carriers = rows.filter(({ carries }) => carries);
  if (carriers.length === 0) return rows.map((row) => ({ ...row, carried: [] }));
  const columns = [carriers.map(({ workspaceId }) => workspaceId), carriers.map(({ id }) => id)];
  const found = await tx.$client.unsafe<(Omit<CarriedOn, "request"> & { request: unknown })[]>(
    LOCK,
    columns,
  );
  const counted = await tx.$client.unsafe<{ id: string; n: number }[]>(COUNT, columns);
  const byCarrier = Map.groupBy(
    found.map((row) => ({ ...row, request: MessageRequest.parse(row.request) })),
    ({ carrierId }) => carrierId,
  );
  const carriedBy = ({ id }: C) => byCarrier.get(id) ?? [];
  const sizes = new Map(counted.map(({ id, n }) => [id, n]));
  const isHeld = (row: C) => carriedBy(row).length !== (sizes.get(row.id) ?? 0);
  const held = carriers.filter(isHeld);
  const heldIds = new Set(held.map(({ id }) => id));
  const batches = new Set(held.map(({ batch }) => batch).filter((batch) => batch !== ALONE));
  batches.delete(null);
  return rows
    .filter(({ id, batch }) => !heldIds.has(id) && !batches.has(batch))
    .map((row) => ({ ...row, carried: carriedBy(row) }));
}

type Matter = { id: string; status: string; request: MessageRequest };

/** After its case is closed a message leaves no more, except of the ending. */
export const isPast = ({ status, request }: Omit<Matter, "id">): boolean =>
  status !== "open" && !request.ending;

/**
 * What may still be said of a message and those it carries: a list without the matters that are closed
 * by now, its carrier's own among them. Null when nothing is left to say.
 */
export function stillOpen(
  content: RenderedContent,
  carrier: Matter,
  carried: readonly Matter[],
): RenderedContent | null {
  if (!content.items) return isPast(carrier) ? null : content;
  const all = [carrier, ...carried];
  const past = new Set(all.filter(isPast).map(({ id }) => id));
  const items = content.items.filter(({ messageId }) => !past.has(messageId));
  if (items.length === 0) return null;
  if (items.length === content.items.length) return content;
  const endings = new Set(all.filter(({ request }) => request.ending).map(({ id }) => id));
  const isOver = items.some(({ messageId }) => endings.has(messageId));
  return { ...content, ...bundleOfItems(items, { locale: content.locale, isOver }) };
}
