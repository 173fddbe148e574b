import { z } from "zod";
import { PersonId } from "@/core/ids";

/** How a row names its person: chosen rows are sent with commas between them, and an id may hold one. */
export const rowId = (personId: string): string => encodeURIComponent(personId);

/** Reads the id of the person back. */
export const RowId = z
  .string()
  .transform((text, context) => {
    try {
      return decodeURIComponent(text);
    } catch {
      context.addIssue({ code: "custom", message: "is no row of this list" });
      return z.NEVER;
    }
  })
  .pipe(PersonId);
