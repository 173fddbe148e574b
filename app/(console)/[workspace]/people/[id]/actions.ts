"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ConsentInput } from "@/core/contracts/consents";
import { AddressRef } from "@/core/contracts/contact-points";
import { LiftInput } from "@/core/contracts/suppressions";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { AppError } from "@/core/errors";
import { PersonId } from "@/core/ids";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import type { Who } from "@/server/cases/verbs";
import { recordConsent } from "@/server/consents/record-consent";
import { action } from "@/server/http/action";
import { addAddress, NewAddress, removeAddress } from "@/server/people/change-addresses";
import { erasePerson } from "@/server/people/erase-person";
import { declineErasure } from "@/server/people/erasure-requests";
import { pausePerson } from "@/server/people/pause-person";
import { preferChannel } from "@/server/people/prefer-channel";
import { ProfileInput, updatePerson } from "@/server/people/update-person";
import { liftSuppression } from "@/server/suppressions/lift-suppression";

const whoOf = (member: Member): Who => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name },
});
const seenAgain = (member: Member) => revalidatePath(`/${member.workspace.slug}/people`, "layout");
const personId = PersonId;

export const updatePersonAction = action(
  "act_on_cases",
  ProfileInput.extend({ personId }),
  async ({ personId: id, ...profile }, member) => {
    await updatePerson(ctx, whoOf(member), id, profile);
    seenAgain(member);
  },
);

export const addAddressAction = action(
  "act_on_cases",
  z.discriminatedUnion("channel", [
    NewAddress.options[0].extend({ personId }),
    NewAddress.options[1].extend({ personId }),
    NewAddress.options[2].extend({ personId }),
    NewAddress.options[3].extend({ personId }),
  ]),
  async ({ personId: id, ...address }, member) => {
    await addAddress(ctx, whoOf(member), id, address);
    seenAgain(member);
  },
);

export const removeAddressAction = action(
  "act_on_cases",
  AddressRef.extend({ personId }),
  async ({ personId: id, ...address }, member) => {
    await removeAddress(ctx, whoOf(member), id, address);
    seenAgain(member);
  },
);

export const unsuppressAction = action("act_on_cases", LiftInput, async (input, member) => {
  await liftSuppression(ctx, whoOf(member), input);
  seenAgain(member);
});

export const recordConsentAction = action(
  "act_on_cases",
  ConsentInput.extend({ personId }),
  async ({ personId: id, ...consent }, member) => {
    await recordConsent(ctx, whoOf(member), id, consent);
    seenAgain(member);
  },
);

export const pausePersonAction = action(
  "act_on_cases",
  z.strictObject({ personId, until: z.string().min(1).max(40).nullable() }),
  async ({ personId: id, until }, member) => {
    await pausePerson(ctx, whoOf(member), id, until);
    seenAgain(member);
  },
);

export const preferChannelAction = action(
  "act_on_cases",
  z.strictObject({ personId, channel: PreferredChannel.nullable() }),
  async ({ personId: id, channel }, member) => {
    await preferChannel(ctx, whoOf(member), id, channel);
    seenAgain(member);
  },
);

export const erasePersonAction = action(
  "manage_keys",
  z.strictObject({ personId, confirm: z.string().max(200) }),
  async ({ personId: id, confirm }, member) => {
    if (confirm !== id) {
      const errors = [{ path: "confirm", message: `type ${id}` }];
      throw new AppError("invalid", "The id does not match. Nothing was erased.", { errors });
    }
    await erasePerson(ctx, whoOf(member), id);
    seenAgain(member);
  },
);

export const declineErasureAction = action(
  "manage_keys",
  z.strictObject({ personId }),
  async ({ personId: id }, member) => {
    await declineErasure(ctx, whoOf(member), id);
    seenAgain(member);
    revalidatePath(`/${member.workspace.slug}/settings/person-side`);
  },
);
