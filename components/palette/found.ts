import { z } from "zod";

/** Longer ones are cut: nobody types more to find a thing. */
export const QUERY_MAX = 100;

/** What the search of the palette answers. */
export const Found = z.object({
  cases: z.array(
    z.object({
      number: z.int(),
      subject: z.string(),
      key: z.string().nullable(),
      status: z.enum(["open", "resolved", "expired", "canceled"]),
    }),
  ),
  people: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
  ),
  workflows: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      status: z.enum(["draft", "live", "paused", "archived"]),
    }),
  ),
});
export type Found = z.infer<typeof Found>;
