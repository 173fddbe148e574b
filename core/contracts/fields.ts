import { z } from "zod";
import { parseMoment } from "@/core/calendar/zone";
import { Key, PersonId } from "@/core/ids";
import { InstantText } from "@/core/time";

const NOTE_CHARS_MAX = 4_000;
const DATA_FIELDS_MAX = 1_000;

export const keyParams = z.strictObject({ key: Key });

/** A case by its id or by its number (`1042`, `C-1042`). */
export const CaseRef = z
  .string()
  .regex(/^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?:[Cc]-)?[1-9]\d{0,8})$/, {
    error: "a case's id or number, such as C-1042",
  })
  .meta({ description: "Id or number of the case", examples: ["C-1042"] });

/** A moment as it is sent: RFC 3339 with an offset, in a year that systems mean (1900 to 9998). */
export const MomentText = InstantText.refine((text) => parseMoment(text, "UTC") !== null, {
  error: 'a moment from 1900 to 9998, such as "2026-09-30T12:00:00Z"',
});

/** A moment, or a bare date: the end of that day in the person's zone. */
export const DueText = z
  .union([MomentText, z.iso.date().refine((text) => parseMoment(text, "UTC") !== null)], {
    error: 'a moment such as "2026-09-30T12:00:00Z" or a date such as "2026-09-30"',
  })
  .meta({
    description: "A moment (RFC 3339), or a date: the end of that day in the person's zone",
    examples: ["2026-09-30"],
  });

export const Note = z.string().trim().min(1).max(NOTE_CHARS_MAX);

/** What happened, in the sender's own fields. */
export const Data = z
  .record(z.string().max(256), z.json())
  .refine(
    (data) => Object.keys(data).length <= DATA_FIELDS_MAX,
    `at most ${DATA_FIELDS_MAX} fields`,
  );

export const OwnerShape = z.union([
  z.object({ personId: PersonId }),
  z.object({ team: z.string() }),
]);

/** A moment as it is answered: RFC 3339 in UTC. */
export const At = z.iso.datetime();
