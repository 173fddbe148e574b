import { z } from "zod";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

/** The address of the teams: what the tester is asked, so that an answer can be shown to a colleague. */
export const TeamsParams = z.object({ ask: text, at: text, person: text });
export type TeamsParams = z.infer<typeof TeamsParams>;
