import { z } from "zod";
import { PUSH_ADDRESS_CHARS_MAX } from "@/core/delivery/push-address";
import { Channel } from "@/core/template/channel";
import { endpoint, FilterText, pageOf, pageQuery } from "./endpoint";
import { At } from "./fields";
import { toE164 } from "./phone";

const ADDRESSES_MAX = 1_000;
const REASON_CHARS_MAX = 500;

export const SUPPRESSION_REASONS = ["bounced", "complained", "stopped", "manual"] as const;

export const Suppression = z
  .object({
    channel: Channel,
    address: z.string(),
    reason: z.enum(SUPPRESSION_REASONS),
    at: At,
  })
  .meta({ description: "An address that is not written to, whoever it belongs to" });
export type Suppression = z.infer<typeof Suppression>;

/** Channels whose addresses a person outside could name. */
const Addressed = z.enum(["email", "sms"], "email or sms");
const Address = z.string().trim().min(1).max(PUSH_ADDRESS_CHARS_MAX);

export const SuppressInput = z
  .strictObject({
    channel: Addressed,
    addresses: z.array(Address).min(1).max(ADDRESSES_MAX),
  })
  .transform(({ channel, addresses }, context) => {
    const written = addresses.flatMap((address, index) => {
      const kept = channel === "sms" ? toE164(address) : emailOf(address);
      if (kept !== null) return [kept];
      const message =
        channel === "sms" ? "not a phone number such as +49301234567" : "not an email address";
      context.addIssue({ code: "custom", path: ["addresses", index], message });
      return [];
    });
    return { channel, addresses: written };
  });
export type SuppressInput = z.output<typeof SuppressInput>;

const Email = z.email().max(254);
const emailOf = (text: string): string | null => Email.safeParse(text).data ?? null;

export const LiftInput = z.strictObject({
  channel: Channel,
  address: Address,
  reason: z
    .string()
    .trim()
    .min(3, "say why, in a few words")
    .max(REASON_CHARS_MAX)
    .meta({ description: "Why it may be written to again; kept in the audit log" }),
});
export type LiftInput = z.infer<typeof LiftInput>;

const SuppressionsQuery = z.strictObject({
  ...pageQuery,
  channel: Channel.optional(),
  reason: z.enum(SUPPRESSION_REASONS).optional(),
  address: FilterText.optional().meta({ description: "A part of the address" }),
});
export type SuppressionsQuery = z.infer<typeof SuppressionsQuery>;

const tags = ["Suppressions"];

export const suppressionsContract = {
  list: endpoint("suppressions:read", {
    method: "GET",
    path: "/suppressions",
    summary: "List addresses that are not written to",
    tags,
  })
    .input(z.object({ query: SuppressionsQuery }))
    .output(pageOf(Suppression)),
  add: endpoint("suppressions:write", {
    method: "POST",
    path: "/suppressions",
    summary: "Stop writing to addresses",
    tags,
  })
    .input(z.object({ body: SuppressInput }))
    .output(
      z.object({ added: z.int().meta({ description: "Those that were not listed before" }) }),
    ),
  lift: endpoint("suppressions:write", {
    method: "POST",
    path: "/suppressions/lift",
    summary: "Let an address be written to again",
    tags,
  })
    .input(z.object({ body: LiftInput }))
    .output(Suppression),
};
