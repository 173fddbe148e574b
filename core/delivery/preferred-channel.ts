import { z } from "zod";
import { SWITCHED } from "./switched";

/** The channel a person wants first. */
export const PreferredChannel = z.enum(SWITCHED);
export type PreferredChannel = z.infer<typeof PreferredChannel>;
