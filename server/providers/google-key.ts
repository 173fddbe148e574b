import { createPrivateKey } from "node:crypto";
import { z } from "zod";

/** What is needed of the file that Google gives for a service account. */
const GoogleKey = z.looseObject({
  project_id: z.string().min(1).max(200),
  client_email: z.email(),
  private_key: z.string().refine(isRsaKey),
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
export const readGoogleKey = (text: string): GoogleKey | null =>
  GoogleKey.safeParse(jsonOf(text)).data ?? null;

/** What keeps a text from being the file of a service account; null when nothing does. */
export function googleKeyProblem(text: string): string | null {
  const json = jsonOf(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return "the JSON of a service account, from { to }";
  }
  const wrong = (GoogleKey.safeParse(json).error?.issues ?? []).map(({ path }) => String(path[0]));
  const missing = wrong.filter((name) => !Object.hasOwn(json, name));
  if (missing.length > 0) return `the file lacks ${missing.join(", ")}`;
  return wrong.length > 0 ? `not as Google gives it: ${wrong.join(", ")}` : null;
}

function jsonOf(text: string): unknown {
  const trimmed = text.trim();
  const json = trimmed.startsWith("{") ? trimmed : Buffer.from(trimmed, "base64").toString();
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
