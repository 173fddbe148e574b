import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import type { WorkspaceId } from "@/core/ids";

const VERSION = "v1";
const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export const Secrets = z.record(z.string(), z.string());
export type Secrets = z.infer<typeof Secrets>;

/** The account that secrets belong to: they open for no other. */
export type Owner = { workspaceId: WorkspaceId; id: string };

const keyOf = (appSecret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", appSecret, "", "channel-accounts", KEY_BYTES));

const boundTo = ({ workspaceId, id }: Owner): Buffer => Buffer.from(`${workspaceId}/${id}`);

/** Encrypts the secrets of an account under a key derived from `APP_SECRET`: `v1.<iv>.<text and tag>`. */
export function seal(appSecret: string, owner: Owner, secrets: Secrets): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(appSecret), iv).setAAD(boundTo(owner));
  const sealed = [cipher.update(JSON.stringify(secrets), "utf8"), cipher.final()];
  const text = Buffer.concat([...sealed, cipher.getAuthTag()]);
  return [VERSION, iv.toString("base64url"), text.toString("base64url")].join(".");
}

/** What `seal` was given; null when it was sealed under another secret or for another account, or was changed. */
export function open(appSecret: string, owner: Owner, sealed: string): Secrets | null {
  const [version, iv = "", text = ""] = sealed.split(".");
  const bytes = Buffer.from(text, "base64url");
  if (version !== VERSION || bytes.length < TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(appSecret), Buffer.from(iv, "base64url"))
      .setAAD(boundTo(owner))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const opened = [decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()];
    return Secrets.parse(JSON.parse(Buffer.concat(opened).toString("utf8")));
  } catch {
    return null;
  }
}
