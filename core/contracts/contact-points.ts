import { z } from "zod";
import { PUSH_ADDRESS_CHARS_MAX, PushDevice, PushSubscription } from "@/core/delivery/push-address";
import { PersonId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { endpoint } from "./endpoint";
import { At } from "./fields";

export const ContactPoint = z.object({
  channel: Channel,
  address: z.string(),
  verifiedAt: At.nullable(),
  suppressed: z.boolean(),
});

/** An address that a person has already, as it is kept. */
export const AddressRef = z.strictObject({
  channel: Channel,
  address: z.string().min(1).max(PUSH_ADDRESS_CHARS_MAX),
});
export type AddressRef = z.infer<typeof AddressRef>;

export const NewPushAddress = z.strictObject({
  channel: z.literal("push"),
  address: z.union([PushSubscription, PushDevice], {
    error: "a browser's subscription, or { token } of an app",
  }),
});

export const NewWebhookAddress = z.strictObject({
  channel: z.literal("webhook"),
  address: z
    .url({ protocol: /^https?$/, error: "an address such as https://example.com/hook" })
    .max(500),
});

/** What the API adds. An email address and a number are fields of the person. */
const NewContactPoint = z
  .discriminatedUnion("channel", [NewPushAddress, NewWebhookAddress], {
    error: "push or webhook; email and phone are fields of the person",
  })
  .meta({ examples: [{ channel: "push", address: { token: "dGhpc2lzYXRva2Vu:APA91bExample" } }] });

const params = z.strictObject({ id: PersonId });
const tags = ["People"];
const Left = z.object({
  contactPoints: z.array(ContactPoint).meta({ description: "All the person has now" }),
});

export const contactPointsContract = {
  add: endpoint("people:write", {
    method: "POST",
    path: "/people/{id}/contact-points",
    summary: "Add an app, a browser or a webhook of a person",
    description: "The one used first from now on. An app or a browser may be given again.",
    tags,
  })
    .input(z.object({ params, body: NewContactPoint }))
    .output(Left),
  remove: endpoint("people:write", {
    method: "POST",
    path: "/people/{id}/contact-points/remove",
    summary: "Take an address away from a person",
    description: "`address` as `contactPoints` has it: of an app `fcm:` and its token.",
    tags,
  })
    .input(z.object({ params, body: AddressRef }))
    .output(Left),
};
