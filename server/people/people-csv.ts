import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import type { PersonRow } from "@/db/queries/people";
import { personShapes } from "./person-shape";

/** The columns of people as a file: what an import reads. */
export const PEOPLE_CSV_HEAD = [
  "id",
  "name",
  "email",
  "phone",
  "locale",
  "timeZone",
  "managerId",
  "location.country",
  "location.region",
  "location.city",
] as const;

/** The cells of these people, a line each. */
export async function peopleCells(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  rows: readonly PersonRow[],
): Promise<(string | null)[][]> {
  const shapes = await personShapes(db, workspaceId, rows);
  return shapes.map(({ id, name, email, phone, locale, timeZone, managerId, location }) => [
    id,
    name,
    email,
    phone,
    locale,
    timeZone,
    managerId,
    location?.country ?? null,
    location?.region ?? null,
    location?.city ?? null,
  ]);
}
