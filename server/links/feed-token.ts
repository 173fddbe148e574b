import { createCipheriv, createDecipheriv } from "node:crypto";
import type { WorkspaceId } from "@/core/ids";
import { keyOf, macOf, uuidBytes, uuidText } from "./token";

/** The feed of a rota, or of one person's shifts on it, by the number the rota's links have now. */
export type FeedToken = {
  workspaceId: WorkspaceId;
  rota: string;
  feed: number;
  personId: string | null;
};

const VERSION = 3;
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const UUID_BYTES = 16;
const FEED_BYTES = 4;
const HEAD_BYTES = 1 + NONCE_BYTES;
const FIXED_BYTES = UUID_BYTES + FEED_BYTES + 1;
const CHARS_MAX = 1_200;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

/**
 * An opaque token of a feed. It is encrypted, as a person's id may be an address, and the same each
 * time, so that a calendar that subscribed twice knows it did: its nonce is made of what it says.
 */
export function mintFeedToken(secret: string, token: FeedToken): string {
  const { workspaceId, rota, feed, personId } = token;
  const key = Buffer.from(rota, "utf8");
  const number = Buffer.alloc(FEED_BYTES);
  number.writeUInt32BE(feed);
  const person = Buffer.from(personId ?? "", "utf8");
  const body = Buffer.concat([
    uuidBytes(workspaceId),
    number,
    Buffer.from([key.length]),
    key,
    person,
  ]);
  const nonce = macOf(secret, "f", body, NONCE_BYTES);
  const head = Buffer.from([VERSION]);
  const cipher = createCipheriv(CIPHER, keyOf(secret, "f"), nonce).setAAD(head);
  const sealed = [cipher.update(body), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([head, nonce, ...sealed]).toString("base64url");
}

/** What a feed's token names, or null when it was not made by us. */
export function readFeedToken(secret: string, text: string): FeedToken | null {
  if (text.length > CHARS_MAX || !BASE64URL.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < HEAD_BYTES + FIXED_BYTES + TAG_BYTES || bytes[0] !== VERSION) return null;
  const body = opened(secret, bytes);
  if (!body) return null;
  const keyAt = FIXED_BYTES;
  const keyEnd = keyAt + (body[FIXED_BYTES - 1] ?? 0);
  return {
    workspaceId: uuidText(body.subarray(0, UUID_BYTES)) as WorkspaceId,
    feed: body.readUInt32BE(UUID_BYTES),
    rota: body.subarray(keyAt, keyEnd).toString("utf8"),
    personId: body.subarray(keyEnd).toString("utf8") || null,
  };
}

function opened(secret: string, bytes: Buffer): Buffer | null {
  const end = bytes.length - TAG_BYTES;
  const options = { authTagLength: TAG_BYTES };
  const nonce = bytes.subarray(1, HEAD_BYTES);
  const decipher = createDecipheriv(CIPHER, keyOf(secret, "f"), nonce, options);
  decipher.setAAD(bytes.subarray(0, 1)).setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, end)), decipher.final()]);
  } catch {
    return null;
  }
}
