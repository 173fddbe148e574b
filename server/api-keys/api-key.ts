import { createHash, randomInt } from "node:crypto";

/** `ft_live_` or `ft_test_`, then what nobody can guess. The prefix names the workspace's kind. */
const SHAPE = /^ft_(live|test)_[A-Za-z0-9]{32,128}$/;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const SECRET_CHARS = 40;
const HINT_CHARS = 4;

export type WorkspaceKind = "live" | "sandbox";

/** The kind a key's prefix names; null for text that is no key. */
export function kindOfKey(key: string): WorkspaceKind | null {
  const prefix = SHAPE.exec(key)?.[1];
  if (prefix === undefined) return null;
  return prefix === "live" ? "live" : "sandbox";
}

export function newApiKey(kind: WorkspaceKind): string {
  const secret = Array.from({ length: SECRET_CHARS }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `ft_${kind === "live" ? "live" : "test"}_${secret.join("")}`;
}

/** How a key is kept: its SHA-256, enough for 238 random bits, and its last characters to tell keys apart. */
export const hashOfKey = (key: string): string => createHash("sha256").update(key).digest("hex");
export const hintOfKey = (key: string): string => key.slice(-HINT_CHARS);
