import { z } from "zod";
import { Key } from "@/core/ids";
import { Path } from "@/core/workflow/steps/shared";

const TEAMS_MAX = 20;

/** A field of the event's data; `data.` may be left out. */
const DataField = z
  .string()
  .trim()
  .transform((text) => (text.startsWith("data.") ? text : `data.${text}`))
  .pipe(Path);

/** What somebody who uses a starter says; the rest has defaults. */
export const StarterAnswers = z.strictObject({
  name: z.string().trim().min(1).max(120),
  key: Key,
  startEvent: Key,
  /** The field with the person's id; null: the person the event names. */
  personField: DataField.nullable(),
  /** The field with the due date; null: as the starter has it. */
  dueField: DataField.nullable(),
  /** For each team the starter needs one of theirs; null or left out: a new one. */
  teams: z
    .record(Key, Key.nullable())
    .refine((teams) => Object.keys(teams).length <= TEAMS_MAX, `at most ${TEAMS_MAX} teams`),
});
export type StarterAnswers = z.infer<typeof StarterAnswers>;
