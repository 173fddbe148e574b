import type { Person } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { type ContactPointRow, listContactPoints, type PersonRow } from "@/db/queries/people";

/** People as the API answers them; email and phone are the addresses a message would go to. */
export async function personShapes(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  rows: readonly PersonRow[],
): Promise<Person[]> {
  const points = await listContactPoints(
    db,
    workspaceId,
    rows.map((row) => row.id),
  );
  const byPerson = Map.groupBy(points, (point) => point.personId);
  return rows.map((row) => personShape(row, byPerson.get(row.id) ?? []));
}

function personShape(row: PersonRow, points: ContactPointRow[]): Person {
  const on = (channel: string) => {
    const own = points.filter((point) => point.channel === channel);
    return (own.find((point) => !point.suppressed) ?? own[0])?.address ?? null;
  };
  return {
    id: row.id,
    name: row.name,
    email: on("email"),
    phone: on("sms"),
    locale: row.locale,
    timeZone: row.timeZone,
    managerId: row.managerId,
    attributes: row.attributes,
    location: row.location,
    calendar: row.calendar,
    contactPoints: points.map(({ channel, address, verifiedAt, suppressed }) => ({
      channel,
      address,
      verifiedAt: verifiedAt?.toISOString() ?? null,
      suppressed,
    })),
    createdAt: row.createdAt.toISOString(),
  };
}
