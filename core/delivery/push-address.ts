import { z } from "zod";
import type { Channel } from "@/core/template/channel";

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

const DEVICE = "fcm:";
const TOKEN_CHARS_MAX = 1_000;

/** What Firebase Cloud Messaging knows an app on a phone by. */
export const DeviceToken = z
  .string()
  .trim()
  .max(TOKEN_CHARS_MAX)
  .regex(/^[\w:%.-]+$/, "the registration token of an app");

/** An app on a phone, as an app gives it. */
export const PushDevice = z.strictObject({ token: DeviceToken });
export type PushDevice = z.infer<typeof PushDevice>;

/** A token as it is kept as a person's address. */
export const deviceAddress = ({ token }: PushDevice): string => `${DEVICE}${token}`;

/** The token an address holds, kept or as it was given; null when it holds none. */
export function readDeviceAddress(address: string): string | null {
  if (address.startsWith(DEVICE)) {
    return DeviceToken.safeParse(address.slice(DEVICE.length)).data ?? null;
  }
  try {
    return PushDevice.safeParse(JSON.parse(address)).data?.token ?? null;
  } catch {
    return null;
  }
}

const END_CHARS = 4;
/** Stands where a browser's push service stands. */
const DEVICE_SERVICE = "FCM";

/**
 * The browser or the phone behind an address: the push service it listens to, and what tells it from
 * others there. Nothing of its keys; null when the address is none of push.
 */
export function browserOf(address: string): { service: string; end: string } | null {
  const token = readDeviceAddress(address);
  if (token !== null) return { service: DEVICE_SERVICE, end: token.slice(-END_CHARS) };
  const subscription = readPushAddress(address);
  if (!subscription) return null;
  const { endpoint } = subscription;
  return { service: new URL(endpoint).host, end: endpoint.slice(-END_CHARS) };
}

/** An address for files and evidence, in no language: of push its service and its end, never its keys. */
export function plainAddress(channel: Channel, address: string): string {
  if (channel !== "push") return address;
  const browser = browserOf(address);
  return browser ? `${browser.service} …${browser.end}` : "";
}
