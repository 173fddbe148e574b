import { z } from "zod";
import { toE164 } from "@/core/contracts/phone";
import {
  DeviceToken,
  deviceAddress,
  readDeviceAddress,
  readPushAddress,
} from "@/core/delivery/push-address";
import { AppError } from "@/core/errors";
import type { OutgoingChannel, Provider } from "@/server/providers/provider";

/** Shorter ones are typing errors. */
const TOKEN_CHARS_MIN = 20;
const Email = z.email().max(254);

const READ = {
  email: (to) => Email.safeParse(to).data ?? null,
  sms: (to) => toE164(to),
  push: (to) => (readPushAddress(to) || readDeviceAddress(to) !== null ? to : deviceOf(to)),
  webhook: (to) => (/^https?:/i.test(to) && URL.canParse(to) ? to : null),
} as const satisfies Record<OutgoingChannel, (to: string) => string | null>;

/** A token alone, as it is copied from an app. */
function deviceOf(to: string): string | null {
  const token = DeviceToken.safeParse(to).data;
  return token && token.length >= TOKEN_CHARS_MIN ? deviceAddress({ token }) : null;
}

const MESSAGES = {
  email: "an address such as ana@example.com",
  sms: "a number with its country code, such as +49 151 23456789",
  push: "a browser that gets notifications from here",
  webhook: "an address that begins with https://",
} as const satisfies Record<OutgoingChannel, string>;

const TOKEN = "the registration token of an app";
const ANY_APP = deviceAddress({ token: "t".repeat(TOKEN_CHARS_MIN) });

/** Where a test goes. Refuses (`invalid`) what is no address of this channel. */
export function addressOfTest({ channel, defaultTo, takes }: Provider, to: string): string {
  const address = to === "" && defaultTo !== undefined ? defaultTo : READ[channel](to);
  if (address !== null) return address;
  const message = channel === "push" && takes?.(ANY_APP) ? TOKEN : MESSAGES[channel];
  throw new AppError("invalid", message, { errors: [{ path: "to", message }] });
}
