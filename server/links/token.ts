import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from "node:crypto";
import type { WorkspaceId } from "@/core/ids";

/** action · view · unsubscribe · open · click · preferences */
export type LinkPurpose = "a" | "v" | "u" | "o" | "c" | "p";
/** Addresses of emails too: reply · bounce */
type TokenPurpose = LinkPurpose | "r" | "b";

export type LinkToken = {
  purpose: LinkPurpose;
  /** Which action or which link of the message; 0 where there is only one. */
  index: number;
  workspaceId: WorkspaceId;
  messageId: string;
};

const VERSION = 1;
const INDEX_MAX = 255;
const UUID_BYTES = 16;
const MAC_BYTES = 16;
const BODY_BYTES = 3 + 2 * UUID_BYTES;
const TOKEN_CHARS = Math.ceil(((BODY_BYTES + MAC_BYTES) * 4) / 3);
const KEY_BYTES = 32;
const KEYS_MAX = 64;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

// Key objects: a raw key would be prepared again for every signature, which costs more than signing.
const keys = new Map<string, KeyObject>();

/** A key of its own per purpose: a token made to unsubscribe can never be read as one that acts. */
function keyOf(secret: string, purpose: TokenPurpose): KeyObject {
  const name = `${purpose}${secret}`;
  const kept = keys.get(name);
  if (kept) return kept;
  const bytes = hkdfSync("sha256", secret, "", `followthrough link ${purpose}`, KEY_BYTES);
  const key = createSecretKey(Buffer.from(bytes));
  if (keys.size >= KEYS_MAX) keys.clear();
  keys.set(name, key);
  return key;
}

/** The first bytes of the signature of a token's body under the key of its purpose. */
export const macOf = (
  secret: string,
  purpose: TokenPurpose,
  body: Buffer,
  bytes = MAC_BYTES,
): Buffer => createHmac("sha256", keyOf(secret, purpose)).update(body).digest().subarray(0, bytes);

export function uuidBytes(id: string): Buffer {
  if (!UUID.test(id)) throw new RangeError(`Not a UUID: ${id}`);
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${parts.join("-")}-${hex.slice(20)}`;
}

/**
 * An opaque token that names one link of one message, 68 characters that fit a URL.
 *
 * It is signed, not stored: nothing lies at rest to be stolen, and a message costs five row writes
 * less. It ends with its message (`linkExpired`). Throws for ids that are no UUID and an index over 255.
 */
export function mintToken(secret: string, token: LinkToken): string {
  const { purpose, index, workspaceId, messageId } = token;
  if (!Number.isInteger(index) || index < 0 || index > INDEX_MAX) {
    throw new RangeError(`A link's index is 0 to ${INDEX_MAX}, not ${index}`);
  }
  const head = Buffer.from([VERSION, purpose.charCodeAt(0), index]);
  const body = Buffer.concat([head, uuidBytes(workspaceId), uuidBytes(messageId)]);
  return Buffer.concat([body, macOf(secret, purpose, body)]).toString("base64url");
}

/** What a token names, or null when it was not made by us for this purpose. Takes constant time. */
export function readToken(secret: string, text: string, purpose: LinkPurpose): LinkToken | null {
  if (text.length !== TOKEN_CHARS || !BASE64URL.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== BODY_BYTES + MAC_BYTES) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(macOf(secret, purpose, body), bytes.subarray(BODY_BYTES))) return null;
  if (body[0] !== VERSION || body[1] !== purpose.charCodeAt(0)) return null;
  return {
    purpose,
    index: body[2] ?? 0,
    workspaceId: uuidText(body.subarray(3, 3 + UUID_BYTES)) as WorkspaceId,
    messageId: uuidText(body.subarray(3 + UUID_BYTES)),
  };
}
