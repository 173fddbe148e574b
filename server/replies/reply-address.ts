import { timingSafeEqual } from "node:crypto";
import type { WorkspaceId } from "@/core/ids";
import { macOf, uuidBytes, uuidText } from "@/server/links/token";

/** Where an answer comes in, and where a server's report. */
type AddressKind = "reply" | "bounce";

export type ReplyAddress = { kind: AddressKind; workspaceId: WorkspaceId; messageId: string };

const PURPOSE = { reply: "r", bounce: "b" } as const;
const UUID_BYTES = 16;
/** As much as fits beside two ids into the 64 characters that a local part may have (RFC 5321). */
const MAC_BYTES = 6;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const LOCAL = /^([rb])-([a-z2-7]{61})$/;
const ADDRESS_CHARS_MAX = 320;
const ADDRESS = /<?([^\s<>@,;"]{1,64})@([^\s<>@,;"]{1,255})>?$/;

/**
 * The address that answers to a message come to, or reports about it. Signed and not stored, like the
 * links of a message, in letters that stay the same when a server makes them small.
 */
export function mintReplyAddress(secret: string, address: ReplyAddress, domain: string): string {
  const purpose = PURPOSE[address.kind];
  const body = Buffer.concat([uuidBytes(address.workspaceId), uuidBytes(address.messageId)]);
  return `${purpose}-${base32(Buffer.concat([body, macOf(secret, purpose, body, MAC_BYTES)]))}@${domain}`;
}

/** What an address is of; null when it is not at our domain, or not one we made. */
export function readReplyAddress(
  secret: string,
  text: string,
  domain: string,
): ReplyAddress | null {
  const [, local = "", host = ""] = ADDRESS.exec(text.slice(0, ADDRESS_CHARS_MAX).trim()) ?? [];
  if (host.toLowerCase() !== domain.toLowerCase()) return null;
  const [, purpose, token = ""] = LOCAL.exec(local.toLowerCase()) ?? [];
  const kind = purpose === "r" ? "reply" : purpose === "b" ? "bounce" : null;
  if (kind === null) return null;
  const bytes = fromBase32(token);
  const body = bytes.subarray(0, 2 * UUID_BYTES);
  const mac = bytes.subarray(2 * UUID_BYTES);
  if (!timingSafeEqual(macOf(secret, PURPOSE[kind], body, MAC_BYTES), mac)) return null;
  return {
    kind,
    workspaceId: uuidText(body.subarray(0, UUID_BYTES)) as WorkspaceId,
    messageId: uuidText(body.subarray(UUID_BYTES)),
  };
}

function base32(bytes: Buffer): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** Of letters already checked; bits that fill no byte are left away. */
function fromBase32(text: string): Buffer {
  const bytes = Buffer.alloc(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = (held << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >>> bits) & 0xff;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
