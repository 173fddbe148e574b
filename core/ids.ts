import { z } from "zod";

/** Keys of workflows, topics, teams, templates and the like: chosen by people, stable, safe in a URL. */
export const Key = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}$/, "1 to 128 letters, digits, . _ : or -");

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

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits.
 *
 * `random` gives 10 bytes. Time-ordered, so rows that arrive together lie together in an index.
 */
export function uuidv7(atMs: number, random: Uint8Array): string {
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, "0");
  const at = hex(Math.floor(atMs), 12);
  const byte = (i: number) => random[i] ?? 0;
  const a = hex(0x7000 | ((byte(0) & 0x0f) << 8) | byte(1), 4);
  const b = hex(0x8000 | ((byte(2) & 0x3f) << 8) | byte(3), 4);
  let tail = "";
  for (let i = 4; i < 10; i++) tail += hex(byte(i), 2);
  return `${at.slice(0, 8)}-${at.slice(8)}-${a}-${b}-${tail}`;
}
