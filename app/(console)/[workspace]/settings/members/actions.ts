"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { PersonId } from "@/core/ids";
import { Role } from "@/core/operator/role";
import { listPeople } from "@/db/queries/people";
import type { Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { changeRole, linkPerson, removeMember } from "@/server/members/change-member";
import { dropSecondFactor, makePasswordLink } from "@/server/members/help-member";
import { invite, NewInvite, resendInvitation } from "@/server/members/invite";
import { revokeInvitation } from "@/server/members/revoke-invitation";

const PEOPLE_SHOWN_MAX = 8;

const OperatorId = z.string().min(1).max(64);
const OneMember = z.strictObject({ operatorId: OperatorId });
const OneInvitation = z.strictObject({ id: z.uuid() });

const whoOf = (member: Member) => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name } as const,
});
const inviterOf = async (member: Member) => ({
  ...whoOf(member),
  locale: (await viewer(member.workspace.timeZone)).locale,
});
const seenAgain = (member: Member) =>
  revalidatePath(`/${member.workspace.slug}/settings/members`, "page");

/** Gives the link, this once. */
export const inviteAction = action("manage_members", NewInvite, async (input, member) => {
  const invited = await invite(ctx, await inviterOf(member), input);
  seenAgain(member);
  return invited;
});

/** Gives the new link, this once. */
export const resendAction = action("manage_members", OneInvitation, async ({ id }, member) => {
  const invited = await resendInvitation(ctx, await inviterOf(member), id);
  seenAgain(member);
  return invited;
});

export const revokeInvitationAction = action(
  "manage_members",
  OneInvitation,
  async ({ id }, member) => {
    await revokeInvitation(ctx, whoOf(member), id);
    seenAgain(member);
  },
);

export const changeRoleAction = action(
  "manage_members",
  OneMember.extend({ role: Role }),
  async ({ operatorId, role }, member) => {
    await changeRole(ctx, whoOf(member), operatorId, role);
    seenAgain(member);
  },
);

export const removeMemberAction = action(
  "manage_members",
  OneMember,
  async ({ operatorId }, member) => {
    await removeMember(ctx, whoOf(member), operatorId);
    seenAgain(member);
  },
);

export const linkPersonAction = action(
  "manage_members",
  OneMember.extend({ personId: PersonId.nullable() }),
  async ({ operatorId, personId }, member) => {
    await linkPerson(ctx, whoOf(member), operatorId, personId);
    seenAgain(member);
  },
);

/** People by a part of their name or id, for the link to one. */
export const findPeopleAction = action(
  "manage_members",
  z.strictObject({ q: z.string().trim().min(2).max(100) }),
  async ({ q }, member) => {
    const page = { limit: PEOPLE_SHOWN_MAX };
    const { rows } = await listPeople(ctx.db, member.workspaceId, { q }, page);
    return rows.map(({ id, name }) => ({ id, name }));
  },
);

/** Gives the link, this once. */
export const makePasswordLinkAction = action(
  "manage_members",
  OneMember,
  async ({ operatorId }, member) => makePasswordLink(ctx, whoOf(member), operatorId),
);

export const dropSecondFactorAction = action(
  "manage_members",
  OneMember,
  async ({ operatorId }, member) => {
    await dropSecondFactor(ctx, whoOf(member), operatorId);
    seenAgain(member);
  },
);
