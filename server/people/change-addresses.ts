import { z } from "zod";
import {
  type AddressRef,
  NewPushAddress,
  NewWebhookAddress,
} from "@/core/contracts/contact-points";
import { toE164 } from "@/core/contracts/phone";
import { deviceAddress, pushAddress } from "@/core/delivery/push-address";
import { AppError } from "@/core/errors";
import { countAddresses, deleteAddress, insertAddress } from "@/db/queries/people-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { maskAddress } from "@/server/public/mask";
import { changePerson } from "./change-person";

/** As many as delivery looks at. */
export const ADDRESSES_MAX = 50;

export const NewAddress = z.discriminatedUnion("channel", [
  z.strictObject({
    channel: z.literal("email"),
    address: z.email("not an email address").max(254),
  }),
  z.strictObject({ channel: z.literal("sms"), address: z.string().trim().min(1).max(40) }),
  NewPushAddress,
  NewWebhookAddress,
]);
export type NewAddress = z.infer<typeof NewAddress>;

/**
 * Adds an address; it is the one used from now on. What an operator or the API gives counts as verified. A browser
 * that is given again is the newest again. Throws `not_found`, `conflict` when the person has any other
 * address already, and `invalid` for no number or one address too many.
 */
export async function addAddress(
  ctx: Ctx,
  who: Who,
  personId: string,
  input: NewAddress,
): Promise<void> {
  const { channel } = input;
  const address = textOf(input);
  await changePerson(ctx, who, personId, async (tx) => {
    if (channel === "push") {
      await deleteAddress(tx, who.workspaceId, { personId, channel, address });
    }
    if ((await countAddresses(tx, who.workspaceId, personId)) >= ADDRESSES_MAX) {
      throw refused(`A person has at most ${ADDRESSES_MAX} addresses.`);
    }
    if (!(await insertAddress(tx, who.workspaceId, { personId, channel, address }))) {
      throw new AppError("conflict", "The person has this address already.");
    }
    return { action: "address.added", detail: { channel, address: maskAddress(address) } };
  });
}

function textOf(input: NewAddress): string {
  if (input.channel === "push") {
    const { address } = input;
    return "token" in address ? deviceAddress(address) : pushAddress(address);
  }
  return input.channel === "sms" ? phoneOf(input.address) : input.address;
}

function phoneOf(text: string): string {
  const number = toE164(text);
  if (number === null) throw refused("Not a phone number: write it as +49301234567.");
  return number;
}

const refused = (message: string) =>
  new AppError("invalid", message, { errors: [{ path: "address", message }] });

/** Takes an address away; a suppression of it stays. Throws `not_found`. */
export async function removeAddress(
  ctx: Ctx,
  who: Who,
  personId: string,
  { channel, address }: AddressRef,
): Promise<void> {
  await changePerson(ctx, who, personId, async (tx) => {
    if (!(await deleteAddress(tx, who.workspaceId, { personId, channel, address }))) {
      throw new AppError("not_found", "The person does not have this address any more.");
    }
    return { action: "address.removed", detail: { channel, address: maskAddress(address) } };
  });
}
