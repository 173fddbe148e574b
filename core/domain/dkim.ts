import { parseTags } from "./tags";

/** RFC 8301, 3.2: receivers take no shorter RSA keys; Gmail asks for twice as much. */
const RSA_BITS_MIN = 1_024;
export const RSA_BITS_ADVISED = 2_048;

export type DkimKey =
  | { ok: true; algorithm: "rsa" | "ed25519"; bits: number; testing: boolean }
  | { ok: false; why: "revoked" | "broken" | "short" };

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const ED25519_BYTES = 32;
const BITS = 8;

/** Reads the public key a selector publishes (RFC 6376, 3.6.1). */
export function parseDkimKey(text: string): DkimKey {
  const tags = parseTags(text);
  const version = tags?.get("v") ?? "DKIM1";
  const key = tags?.get("p")?.replace(/\s+/g, "");
  if (!tags || key === undefined || version !== "DKIM1") return { ok: false, why: "broken" };
  if (key === "") return { ok: false, why: "revoked" };
  if (!BASE64.test(key)) return { ok: false, why: "broken" };
  const testing = (tags.get("t") ?? "").split(":").includes("y");
  const bytes = Uint8Array.from(atob(key), (char) => char.charCodeAt(0));
  if ((tags.get("k") ?? "rsa").toLowerCase() === "ed25519") {
    if (bytes.length !== ED25519_BYTES) return { ok: false, why: "broken" };
    return { ok: true, algorithm: "ed25519", bits: ED25519_BYTES * BITS, testing };
  }
  const bits = modulusBits(bytes);
  if (bits === null) return { ok: false, why: "broken" };
  if (bits < RSA_BITS_MIN) return { ok: false, why: "short" };
  return { ok: true, algorithm: "rsa", bits, testing };
}

/** ASN.1: SubjectPublicKeyInfo, or a bare RSAPublicKey, as both are published. */
function modulusBits(bytes: Uint8Array): number | null {
  const outer = element(bytes, 0);
  if (outer?.tag !== SEQUENCE) return null;
  const first = element(bytes, outer.start);
  if (!first) return null;
  if (first.tag === INTEGER) return integerBits(bytes, first);
  const bitString = element(bytes, first.end);
  if (first.tag !== SEQUENCE || bitString?.tag !== BIT_STRING) return null;
  // The first byte of a bit string counts the unused bits of the last.
  const inner = element(bytes, bitString.start + 1);
  const modulus = inner?.tag === SEQUENCE ? element(bytes, inner.start) : null;
  return modulus?.tag === INTEGER ? integerBits(bytes, modulus) : null;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const LONG_FORM = 0x80;
const LENGTH_BYTES_MAX = 3;

type Element = { tag: number; start: number; end: number };

function element(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  let start = at + 2;
  let length = first;
  if (first >= LONG_FORM) {
    const count = first - LONG_FORM;
    if (count === 0 || count > LENGTH_BYTES_MAX) return null;
    length = 0;
    for (const byte of bytes.subarray(start, start + count)) length = length * 256 + byte;
    start += count;
  }
  const end = start + length;
  return end <= bytes.length ? { tag, start, end } : null;
}

function integerBits(bytes: Uint8Array, { start, end }: Element): number {
  let at = start;
  while (at < end && bytes[at] === 0) at += 1;
  const first = bytes[at] ?? 0;
  return (end - at - 1) * BITS + (first === 0 ? 0 : BITS - Math.clz32(first) + 24);
}
