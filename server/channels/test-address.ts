import { z } from "zod";
import { toE164 } from "@/core/contracts/phone";
import { readPushAddress } from "@/core/delivery/push-address";
import { AppError } from "@/core/errors";
import type { OutgoingChannel, Provider } from "@/server/providers/provider";

const Email = z.email().max(254);

const READ = {
  email: (to) => Email.safeParse(to).data ?? null,
  sms: (to) => toE164(to),
  push: (to) => (readPushAddress(to) ? to : null),
  webhook: (to) => (/^https?:/i.test(to) && URL.canParse(to) ? to : null),
} as const satisfies Record<OutgoingChannel, (to: string) => string | null>;

const MESSAGES = {
  email: "an address such as ana@example.com",
  sms: "a number with its country code, such as +49 151 23456789",
  push: "this browser gets no notifications from here yet",
  webhook: "an address that begins with https://",
} as const satisfies Record<OutgoingChannel, string>;

/** Where a test goes. Refuses (`invalid`) what is no address of this channel. */
export function addressOfTest({ channel, defaultTo }: Provider, to: string): string {
  const address = to === "" && defaultTo !== undefined ? defaultTo : READ[channel](to);
  if (address !== null) return address;
  const message = MESSAGES[channel];
  throw new AppError("invalid", message, { errors: [{ path: "to", message }] });
}
