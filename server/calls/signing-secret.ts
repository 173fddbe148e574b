import { hkdfSync, randomBytes } from "node:crypto";
import type { WorkspaceId } from "@/core/ids";

const KEY_BYTES = 32;

/** A secret as Standard Webhooks writes it: `whsec_` and base64, complete to its last character. */
export const SIGNING_SECRET =
  /^whsec_(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/;

const written = (key: Uint8Array): string => `whsec_${Buffer.from(key).toString("base64")}`;

/** A new one that nobody knows yet. */
export const newSigningSecret = (): string => written(randomBytes(KEY_BYTES));

/** The workspace's own for outgoing requests. Derived, so nothing is stored. */
export function signingSecret(appSecret: string, workspaceId: WorkspaceId): string {
  const use = "followthrough outgoing requests";
  return written(new Uint8Array(hkdfSync("sha256", appSecret, workspaceId, use, KEY_BYTES)));
}
