import { z } from "zod";
import type { ListRow } from "@/components/lists/list-row";
import type { ActionResult } from "@/server/http/action";

/** Rows that are asked for again by themselves at a time. */
const ROWS_MAX = 100;
const COLUMNS_MAX = 40;
const NAME_MAX = 40;

/** Which rows are wanted again, with which columns. */
export const again = <S extends z.ZodType<string, string>>(id: S) =>
  z.strictObject({
    ids: z.array(id).max(ROWS_MAX),
    columns: z.array(z.string().max(NAME_MAX)).max(COLUMNS_MAX),
  });

/** Reads rows again that are still on somebody's screen although they match no longer. */
export type RowsAgain = (
  slug: string,
  wanted: { ids: string[]; columns: string[] },
) => Promise<ActionResult<ListRow[]>>;
