import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { MINUTE_MS } from "@/core/time";

/** A code works this long after it was asked for. */
export const CODE_MINUTES_MAX = 15;
export const CODE_MS_MAX = CODE_MINUTES_MAX * MINUTE_MS;
/** Wrong codes before one works no more. */
export const CODE_TRIES_MAX = 5;

const DIGITS = 6;
const KEY_BYTES = 32;
/** 2^48 over 10^6: no digit is likelier than another by more than one in a hundred million. */
const HMAC_BYTES_USED = 6;

/** The code of one change of address: it follows from the change's id and the secret, and is nowhere kept. */
export function addressCode(secret: string, changeId: string): string {
  const key = hkdfSync("sha256", secret, "", "followthrough address code", KEY_BYTES);
  const mac = createHmac("sha256", Buffer.from(key)).update(changeId).digest();
  const number = mac.readUIntBE(0, HMAC_BYTES_USED) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

/** Whether this is the code, however it is spaced and in whichever digits; in constant time. */
export function isAddressCode(secret: string, changeId: string, given: string): boolean {
  const digits = westernDigits(given).replace(/\D/g, "");
  const code = Buffer.from(addressCode(secret, changeId));
  const typed = Buffer.from(digits);
  return typed.length === code.length && timingSafeEqual(typed, code);
}

const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
  });
