import { z } from "zod";

export const KEY_CHARS_MAX = 128;

/** Keys of workflows, topics, teams, templates and the like: chosen by people, stable, safe in a URL. */
export const Key = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z0-9._:-]{1,${KEY_CHARS_MAX}}$`),
    `1 to ${KEY_CHARS_MAX} letters, digits, . _ : or -`,
  );

/** A person's id is the caller's own; any printable text without spaces at the ends. */
export const PersonId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^\S(?:[^\p{Cc}]*\S)?$/u, "no control characters, no space at either end");

export const WorkspaceId = z.uuid().brand<"WorkspaceId">();
/** The workspace someone was proven to have access to: only the session and API-key gates mint one from a request. */
export type WorkspaceId = z.infer<typeof WorkspaceId>;

export const CaseId = z.uuid();
export const MessageId = z.uuid();
export const EventId = z.uuid();

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits.
 *
 * `random` gives 10 bytes. Time-ordered, so rows that arrive together lie together in an index.
 */
export function uuidv7(atMs: number, random: Uint8Array): string {
  const at = Math.floor(atMs).toString(16).padStart(12, "0");
  const byte = (i: number) => random[i] ?? 0;
  const hex = (i: number) => HEX[byte(i)];
  const a = `7${HEX[byte(0)]?.[1]}${hex(1)}`;
  const b = `${HEX[0x80 | (byte(2) & 0x3f)]}${hex(3)}`;
  const tail = `${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`;
  return `${at.slice(0, 8)}-${at.slice(8)}-${a}-${b}-${tail}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
