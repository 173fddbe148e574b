import { createPrivateKey } from "node:crypto";
import { z } from "zod";

/** What is needed of the file that Google gives for a service account. */
const GoogleKey = z.looseObject({
  project_id: z.string("it names no project_id").min(1).max(200),
  client_email: z.email("it names no client_email"),
  private_key: z
    .string("it holds no private_key")
    .refine(isRsaKey, "its private_key is no RSA key in PEM"),
  private_key_id: z.string().optional(),
});
export type GoogleKey = z.infer<typeof GoogleKey>;

/** Whether it is an RSA key in PEM. */
export function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}

/** A service account's file, as JSON or its base64; null for anything else. */
export function readGoogleKey(text: string): GoogleKey | null {
  const trimmed = text.trim();
  const json = trimmed.startsWith("{") ? trimmed : Buffer.from(trimmed, "base64").toString();
  try {
    return GoogleKey.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
