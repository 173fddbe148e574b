import type { FieldError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { circleText, refusedByCircle } from "@/core/org/circles";
import type { Tx } from "@/db/client";
import { holdOrg, knownCalendars, managersAbove } from "@/db/queries/org";
import type { PersonFields } from "@/db/queries/people-writes";

type Wanted = Pick<PersonFields, "id" | "name" | "managerId" | "calendar">;

/**
 * Who of these cannot be written so, each with the place: whoever would end above themself once all
 * are written, or works by a calendar that is not there. A change of a manager holds the org until the
 * transaction ends, so that another one cannot close a circle with it.
 */
export async function refusedPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  wanted: ReadonlyMap<string, Wanted>,
  before: (id: string) => Pick<Wanted, "managerId" | "calendar"> | undefined,
): Promise<Map<string, FieldError[]>> {
  const refused = await unknownCalendars(tx, workspaceId, wanted, before);
  const moved = [...wanted.values()].filter(
    ({ id, managerId }) => !refused.has(id) && managerId !== (before(id)?.managerId ?? null),
  );
  const starts = moved.flatMap(({ managerId }) => managerId ?? []);
  if (starts.length === 0) return refused;
  await holdOrg(tx, workspaceId);
  const stored = await managersAbove(tx, workspaceId, [...starts, ...moved.map(({ id }) => id)]);
  const changes = new Map(moved.map(({ id, managerId }) => [id, managerId]));
  const circles = refusedByCircle(changes, (id) => stored.get(id)?.managerId ?? null);
  const nameOf = (id: string) => wanted.get(id)?.name ?? stored.get(id)?.name ?? id;
  for (const [id, circle] of circles) {
    refused.set(id, [{ path: "managerId", message: circleMessage(circle, nameOf) }]);
  }
  return refused;
}

const circleMessage = (circle: readonly string[], nameOf: (id: string) => string): string =>
  circle.length === 1 ? "nobody is their own manager" : circleText(circle, nameOf, "reports to");

async function unknownCalendars(
  tx: Tx,
  workspaceId: WorkspaceId,
  wanted: ReadonlyMap<string, Wanted>,
  before: (id: string) => Pick<Wanted, "calendar"> | undefined,
): Promise<Map<string, FieldError[]>> {
  const named = [...wanted.values()].flatMap(({ id, calendar }) =>
    calendar === null || calendar === before(id)?.calendar ? [] : [{ id, calendar }],
  );
  const known = await knownCalendars(tx, workspaceId, [
    ...new Set(named.map(({ calendar }) => calendar)),
  ]);
  return new Map(
    named.flatMap(({ id, calendar }) =>
      known.has(calendar)
        ? []
        : [[id, [{ path: "calendar", message: `there is no calendar ${calendar}` }]] as const],
    ),
  );
}
