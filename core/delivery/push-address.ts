import { z } from "zod";

/** Push services write long addresses; a database index takes no more. */
export const PUSH_ADDRESS_CHARS_MAX = 2_000;
const ENDPOINT_CHARS_MAX = 1_500;

const base64url = (bytes: number) =>
  z
    .string()
    .transform((text) => text.replace(/=+$/, ""))
    .refine(
      (text) => /^[\w-]+$/.test(text) && text.length === Math.ceil((bytes * 4) / 3),
      "not the key of a browser",
    );

/** Where a browser gets messages, as `PushSubscription.toJSON()` gives it (RFC 8030 and 8291). */
export const PushSubscription = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(ENDPOINT_CHARS_MAX),
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
});
export type PushSubscription = z.infer<typeof PushSubscription>;

/** A subscription as it is kept as a person's address: the same browser, the same text. */
export const pushAddress = ({ endpoint, keys: { p256dh, auth } }: PushSubscription): string =>
  JSON.stringify({ endpoint, keys: { p256dh, auth } });

/** The subscription an address holds; null when it holds none. */
export function readPushAddress(address: string): PushSubscription | null {
  try {
    return PushSubscription.safeParse(JSON.parse(address)).data ?? null;
  } catch {
    return null;
  }
}
