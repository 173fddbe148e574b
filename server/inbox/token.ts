import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import { uuidBytes, uuidText } from "@/server/links/token";

/** What a token of the widget says: whose inbox, from when to when, and for pages of which origin. */
export type InboxToken = {
  workspaceId: WorkspaceId;
  personId: string;
  issuedAt: Instant;
  expiresAt: Instant;
  /** `originHash` of the only origin it works in; null: in every one. */
  origin: string | null;
};

const OWNER_CHARS = 22;
const VERSION = 1;
const UUID_BYTES = 16;
const MOMENT_BYTES = 6;
const ORIGIN_BYTES = 16;
const MAC_BYTES = 32;
const PERSON_AT = 1 + UUID_BYTES + 2 * MOMENT_BYTES + ORIGIN_BYTES;
/** A person's id has at most 128 characters, of 4 bytes at most. */
const CHARS_MAX = OWNER_CHARS + 1 + Math.ceil(((PERSON_AT + 4 * 128 + MAC_BYTES) * 4) / 3);
const BASE64URL = /^[A-Za-z0-9_-]+$/;
const NO_ORIGIN = Buffer.alloc(ORIGIN_BYTES).toString("hex");

/** Keys of their own: a token of a link or an API key can never be read as one of an inbox, nor the reverse. */
const keyOf = (secret: string, label: "token" | "owner"): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `followthrough inbox ${label}`, MAC_BYTES));

const macOf = (secret: string, body: Buffer): Buffer =>
  createHmac("sha256", keyOf(secret, "token")).update(body).digest();

/** An origin as a token keeps it; the same for every way to write it. */
export const originHash = (origin: string): string =>
  createHash("sha256")
    .update(new URL(origin).origin)
    .digest("hex")
    .slice(0, 2 * ORIGIN_BYTES);

/** An opaque name of somebody's inbox, which tells nobody whose it is. */
export const ownerOf = (secret: string, workspaceId: WorkspaceId, personId: string): string =>
  createHmac("sha256", keyOf(secret, "owner"))
    .update(uuidBytes(workspaceId))
    .update(personId)
    .digest("base64url")
    .slice(0, OWNER_CHARS);

/**
 * Signed, not stored: it ends by itself, and nothing lies at rest to be stolen. Before its dot stands
 * whose it is, as answers of the inbox say it.
 */
export function mintInboxToken(secret: string, token: InboxToken): string {
  const moments = Buffer.alloc(2 * MOMENT_BYTES);
  moments.writeUIntBE(token.issuedAt, 0, MOMENT_BYTES);
  moments.writeUIntBE(token.expiresAt, MOMENT_BYTES, MOMENT_BYTES);
  const body = Buffer.concat([
    Buffer.from([VERSION]),
    uuidBytes(token.workspaceId),
    moments,
    Buffer.from(token.origin ?? NO_ORIGIN, "hex"),
    Buffer.from(token.personId, "utf8"),
  ]);
  const owner = ownerOf(secret, token.workspaceId, token.personId);
  return `${owner}.${Buffer.concat([body, macOf(secret, body)]).toString("base64url")}`;
}

/** What a token says, or null when we did not make it. Whether it still holds is for the caller to see. */
export function readInboxToken(secret: string, text: string): InboxToken | null {
  const sealed = text.slice(OWNER_CHARS + 1);
  if (text.length > CHARS_MAX || !BASE64URL.test(sealed)) return null;
  const bytes = Buffer.from(sealed, "base64url");
  // Several spellings decode to the same bytes: only the one we wrote is ours.
  if (bytes.toString("base64url") !== sealed || bytes.length <= PERSON_AT + MAC_BYTES) return null;
  const body = bytes.subarray(0, bytes.length - MAC_BYTES);
  if (!timingSafeEqual(macOf(secret, body), bytes.subarray(body.length))) return null;
  if (body[0] !== VERSION) return null;
  const moments = 1 + UUID_BYTES;
  const workspaceId = uuidText(body.subarray(1, moments)) as WorkspaceId;
  const personId = body.subarray(PERSON_AT).toString("utf8");
  if (!text.startsWith(`${ownerOf(secret, workspaceId, personId)}.`)) return null;
  const origin = body.subarray(moments + 2 * MOMENT_BYTES, PERSON_AT).toString("hex");
  return {
    workspaceId,
    personId,
    issuedAt: body.readUIntBE(moments, MOMENT_BYTES),
    expiresAt: body.readUIntBE(moments + MOMENT_BYTES, MOMENT_BYTES),
    origin: origin === NO_ORIGIN ? null : origin,
  };
}
