import { z } from "zod";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

/** The address of the list of people. */
export const PeopleParams = z.object({ q: text, cursor: text });
