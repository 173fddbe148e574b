import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type DecipherGCM,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";

/** action · view · unsubscribe · open · click · preferences */
export type LinkPurpose = "a" | "v" | "u" | "o" | "c" | "p";
/** Addresses of emails too: reply · bounce; a person's own page: q; a rota's feed: f */
type TokenPurpose = LinkPurpose | "r" | "b" | "q" | "f";

export type LinkToken = {
  purpose: LinkPurpose;
  /** Which action or which link of the message; 0 where there is only one. */
  index: number;
  workspaceId: WorkspaceId;
  messageId: string;
};

/** The page of a person, whatever they were sent. */
export type PersonToken = { workspaceId: WorkspaceId; personId: string; issuedAt: Instant };

const VERSION = 1;
const INDEX_MAX = 255;
const UUID_BYTES = 16;
const MAC_BYTES = 16;
const BODY_BYTES = 3 + 2 * UUID_BYTES;
const TOKEN_CHARS = Math.ceil(((BODY_BYTES + MAC_BYTES) * 4) / 3);
const KEY_BYTES = 32;
const KEYS_MAX = 64;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NONCE_BYTES = 12;
const MOMENT_BYTES = 6;
const PERSON_BYTES_MAX = 512;
const PERSON_TOKEN_BYTES_MIN = 1 + NONCE_BYTES + MOMENT_BYTES + UUID_BYTES + 1 + MAC_BYTES;
const PERSON_TOKEN_CHARS_MAX = Math.ceil(((PERSON_TOKEN_BYTES_MIN + PERSON_BYTES_MAX) * 4) / 3);
const PERSON_VERSION = 2;
const CIPHER = "aes-256-gcm";
const BASE64URL = /^[A-Za-z0-9_-]+$/;

// Key objects: a raw key would be prepared again for every signature, which costs more than signing.
const keys = new Map<string, KeyObject>();

/** A key of its own per purpose: a token made to unsubscribe can never be read as one that acts. */
export function keyOf(secret: string, purpose: TokenPurpose): KeyObject {
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

/**
 * A token that names a person and when it was made. It is encrypted: a person's id is the caller's own
 * and may be an address, which belongs into nobody's log.
 */
export function mintPersonToken(secret: string, token: PersonToken): string {
  const id = Buffer.from(token.personId, "utf8");
  if (id.length === 0 || id.length > PERSON_BYTES_MAX) {
    throw new RangeError(`A person's id is 1 to ${PERSON_BYTES_MAX} bytes`);
  }
  const moment = Buffer.alloc(MOMENT_BYTES);
  moment.writeUIntBE(token.issuedAt, 0, MOMENT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const head = Buffer.from([PERSON_VERSION]);
  const cipher = createCipheriv(CIPHER, keyOf(secret, "q"), nonce).setAAD(head);
  const body = [
    cipher.update(Buffer.concat([moment, uuidBytes(token.workspaceId), id])),
    cipher.final(),
  ];
  return Buffer.concat([head, nonce, ...body, cipher.getAuthTag()]).toString("base64url");
}

/** What a person's token names, or null when it was not made by us. */
export function readPersonToken(secret: string, text: string): PersonToken | null {
  if (text.length > PERSON_TOKEN_CHARS_MAX || !BASE64URL.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < PERSON_TOKEN_BYTES_MIN || bytes[0] !== PERSON_VERSION) return null;
  const end = bytes.length - MAC_BYTES;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const options = { authTagLength: MAC_BYTES };
  const decipher = createDecipheriv(CIPHER, keyOf(secret, "q"), nonce, options);
  decipher.setAAD(bytes.subarray(0, 1)).setAuthTag(bytes.subarray(end));
  const body = opened(decipher, bytes.subarray(1 + NONCE_BYTES, end));
  if (!body) return null;
  const idAt = MOMENT_BYTES + UUID_BYTES;
  return {
    issuedAt: body.readUIntBE(0, MOMENT_BYTES),
    workspaceId: uuidText(body.subarray(MOMENT_BYTES, idAt)) as WorkspaceId,
    personId: body.subarray(idAt).toString("utf8"),
  };
}

function opened(decipher: DecipherGCM, sealed: Buffer): Buffer | null {
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    return null;
  }
}
