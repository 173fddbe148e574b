import { z } from "zod";
import { ViewQuery } from "@/server/views/view-input";

/** The rows that were chosen: at most `max` of them by id, or all that match the list's address. */
export const targetOf = <S extends z.ZodType<string, string>>(id: S, max: number) =>
  z.union([
    z.strictObject({ ids: z.array(id).min(1).max(max) }),
    z.strictObject({ query: ViewQuery }),
  ]);
