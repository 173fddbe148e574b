import { z } from "zod";
import {
  PEOPLE_ORDERS,
  PERSON_PROBLEMS,
  type PeopleFilter,
  type PeopleOrder,
} from "@/db/queries/people";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

/** The address of the list of people. What it cannot read is left out, so that an old link still opens. */
export const PeopleParams = z.object({
  q: text,
  problem: z.enum(PERSON_PROBLEMS).optional().catch(undefined),
  sort: z.enum(PEOPLE_ORDERS).optional().catch(undefined),
  /** `import`: the way in for a file, in the place of the list. */
  view: z.literal("import").optional().catch(undefined),
  cursor: text,
});
export type PeopleParams = z.infer<typeof PeopleParams>;

/** The same as a filter and an order of the query. */
export const queryOf = ({
  q,
  problem,
  sort,
}: PeopleParams): { filter: PeopleFilter; order: PeopleOrder } => ({
  filter: { anywhere: q, problem },
  order: sort ?? "newest",
});

/** The address of one person: any page after it. */
export const PersonParams = z.object({
  /** Where the timeline and the history of consents go on. */
  before: text,
  consents: text,
});
