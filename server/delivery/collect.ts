import { COLLECT_AHEAD_MS } from "@/core/delivery/bundle";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { personName } from "@/server/cases/people-facts";
import type { Clock } from "@/server/clock/clock";
import { type ClaimedRow, COLLECTED_MAX, claimBundles, claimCollected } from "./claimed-rows";
import { placeOf, waitsForGap } from "./helper-gaps";
import type { WorkspaceDelivery } from "./workspace-cache";

/** Who finds a person in another worker's hands comes back after a while; by chance, so that two do not meet again. */
const BACK_MS = { min: 100, max: 600 };

/**
 * Makes sure that one worker decides about all that waits for a person: with caps, and where messages
 * leave together, a second one would not see what the first lets pass. Brings in what was collected
 * beside the claimed rows, and puts back for a moment what another worker has a part of. Costs
 * nothing where neither is in use. Gives the rows to decide about.
 */
export async function collect(
  tx: Tx,
  clock: Clock,
  rows: readonly ClaimedRow[],
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
): Promise<readonly ClaimedRow[]> {
  // What comes to a helper takes along what was collected for them.
  const isListed = (row: ClaimedRow) => row.carrierId !== null || waitsForGap(row, workspaces);
  const isShared = (row: ClaimedRow) => isListed(row) || isCapped(row, workspaces);
  if (!rows.some(isShared)) return rows;
  const collected = rows.filter(isListed);
  const aheadMs = clock.kind === "live" ? COLLECT_AHEAD_MS : 0;
  const others = collected.length === 0 ? [] : await claimCollected(tx, clock, collected, aheadMs);
  const found = joined(rows, others);
  // One mover of a test clock at a time: nobody else is there.
  if (clock.kind === "test") return found;
  const asked = found.filter(isMaybe);
  const all = asked.length === 0 ? found : joined(found, await claimBundles(tx, asked));
  const shared = all.filter(isShared);
  const free = await lockPeople(tx, shared);
  // With more than one round's worth for one person the rest is nobody's yet: what is here leaves now.
  const isCut = others.length >= COLLECTED_MAX && new Set(others.map(placeOf)).size === 1;
  const split = await inOtherHands(tx, shared.filter(isListed), isCut ? null : aheadMs);
  const isOurs = (row: ClaimedRow) => free.has(nameOf(row)) && !split.has(placeOf(row));
  await putBack(
    tx,
    shared.filter((row) => !isOurs(row)),
  );
  return all.filter((row) => !isShared(row) || isOurs(row));
}

const joined = (rows: readonly ClaimedRow[], more: readonly ClaimedRow[]): ClaimedRow[] => {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...more.filter(({ id }) => !known.has(id))];
};

/** A provider may have it inside its carrier, or with what it carries: all of it is decided at once. */
const isMaybe = (row: ClaimedRow): row is ClaimedRow & { carrierId: string } =>
  row.maybeAt !== null && row.carrierId !== null;

const nameOf = ({ workspaceId, personId }: ClaimedRow) => personName(workspaceId, personId);

function isCapped(
  { workspaceId, request }: ClaimedRow,
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
): boolean {
  if (!workspaces.get(workspaceId)?.limits) return false;
  if (typeof request !== "object" || request === null || !("audience" in request)) return false;
  return request.audience === "person" || request.audience === "tell";
}

const WANTED = "(select distinct * from unnest($1::uuid[], $2::text[])) as w(workspace_id, id)";

/** Locks those whom nobody else holds; nothing waits, so nothing can deadlock. Who does not exist is free. */
async function lockPeople(tx: Tx, rows: readonly ClaimedRow[]): Promise<Set<string>> {
  type Person = { workspaceId: WorkspaceId; id: string };
  const columns = [rows.map((row) => row.workspaceId), rows.map((row) => row.personId)];
  const locked = await tx.$client.unsafe<Person[]>(
    `select p.workspace_id as "workspaceId", p.id from ${WANTED}
       join people p on p.workspace_id = w.workspace_id and p.id = w.id
     for no key update of p skip locked`,
    columns,
  );
  const free = new Set(rows.map(nameOf));
  const ours = new Set(locked.map(({ workspaceId, id }) => personName(workspaceId, id)));
  if (ours.size === free.size) return free;
  const there = await tx.$client.unsafe<Person[]>(
    `select p.workspace_id as "workspaceId", p.id from ${WANTED}
       join people p on p.workspace_id = w.workspace_id and p.id = w.id`,
    columns,
  );
  for (const { workspaceId, id } of there) {
    const name = personName(workspaceId, id);
    if (!ours.has(name)) free.delete(name);
  }
  return free;
}

/**
 * Persons and channels of which we could not take something that is due (not asked with null), or what
 * may have left together with ours.
 */
async function inOtherHands(
  tx: Tx,
  collected: readonly ClaimedRow[],
  aheadMs: number | null,
): Promise<Set<string>> {
  if (collected.length === 0) return new Set();
  const left = await tx.$client.unsafe<Pick<ClaimedRow, "workspaceId" | "personId" | "channel">[]>(
    `select distinct m.workspace_id as "workspaceId", m.person_id as "personId", m.channel
       from (select distinct * from unnest($1::uuid[], $2::text[], $3::text[])) as w(workspace_id, id, channel)
       join messages m on m.workspace_id = w.workspace_id and m.person_id = w.id and m.channel = w.channel
      where m.carrier_id is not null and m.status in ('planned', 'held') and not m.test_clock
        and (m.deliver_at <= statement_timestamp() + $5::float8 * interval '1 millisecond'
          or m.carrier_id = any($6::uuid[]))
        and m.id <> all($4::uuid[])`,
    [
      collected.map((row) => row.workspaceId),
      collected.map((row) => row.personId),
      collected.map((row) => row.channel),
      collected.map((row) => row.id),
      aheadMs,
      collected.filter(isMaybe).map(({ carrierId }) => carrierId),
    ],
  );
  return new Set(left.map(placeOf));
}

/** Undecided, and looked at again soon; all of a person at one moment. */
async function putBack(tx: Tx, rows: readonly ClaimedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { min, max } = BACK_MS;
  const waits = new Map(rows.map((row) => [nameOf(row), min + Math.random() * (max - min)]));
  await tx.$client.unsafe(
    `update messages m
        set deliver_at = statement_timestamp() + u.wait * interval '1 millisecond'
       from unnest($1::uuid[], $2::uuid[], $3::float8[]) as u(workspace_id, id, wait)
      where m.workspace_id = u.workspace_id and m.id = u.id`,
    [
      rows.map((row) => row.workspaceId),
      rows.map((row) => row.id),
      rows.map((row) => waits.get(nameOf(row)) ?? max),
    ],
  );
}
