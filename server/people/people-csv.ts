import type { WorkspaceId } from "@/core/ids";
import { listPeople, type PeopleFilter, type PeopleOrder } from "@/db/queries/people";
import type { Ctx } from "@/server/context";
import { csvLine } from "@/server/http/csv";
import { personShapes } from "./person-shape";

const ROWS_AT_A_TIME = 500;
/** A million lines are what spreadsheets open. */
const ROWS_MAX = 1_000_000;
const HEADER = ["id", "name", "email", "phone", "locale", "timeZone", "managerId"];

/** The people a filter lets through as CSV, a part at a time: what an import reads, and can write back. */
export async function* peopleCsv(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  filter: PeopleFilter,
  order: PeopleOrder,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...HEADER, "location.country", "location.region", "location.city"])}`;
  let cursor: string | undefined;
  for (let rows = 0; rows < ROWS_MAX; rows += ROWS_AT_A_TIME) {
    const page = { limit: ROWS_AT_A_TIME, cursor };
    const found = await listPeople(ctx.db, workspaceId, filter, page, order);
    const shapes = await personShapes(ctx.db, workspaceId, found.rows);
    const lines = shapes.map(
      ({ id, name, email, phone, locale, timeZone, managerId, location }) => {
        const place = [location?.country, location?.region, location?.city];
        const cells = [id, name, email, phone, locale, timeZone, managerId, ...place];
        return csvLine(cells.map((cell) => cell ?? ""));
      },
    );
    yield lines.join("");
    if (found.nextCursor === null) return;
    cursor = found.nextCursor;
  }
}
