import { z } from "zod";

/** What a tab calls itself, made anew whenever an editor is opened. */
export const TabId = z.string().regex(/^[a-z0-9_]{10,40}$/);
