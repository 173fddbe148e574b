import { z } from "zod";
import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { Role } from "@/core/operator/role";
import { DAY_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import {
  countMembers,
  insertInvitation,
  listInvitations,
  MEMBERS_MAX,
  renewInvitation,
} from "@/db/queries/members";
import { findOperatorByEmail, listMemberships } from "@/db/queries/operators";
import { findWorkspace } from "@/db/queries/workspaces";
import { invitationLetter } from "@/server/auth/letters";
import { hashOfToken, newToken } from "@/server/auth/one-time-link";
import { sendLetter } from "@/server/auth/system-mail";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

const INVITATION_LIFETIME_MS = 7 * DAY_MS;

export const NewInvite = z.strictObject({
  email: z.email("Enter an address like ada@example.com.").trim().toLowerCase().max(320),
  role: Role,
});
export type NewInvite = z.infer<typeof NewInvite>;

/** An operator who acts in a workspace, and in whose language a letter is written. */
export type Inviter = { workspaceId: WorkspaceId; actor: Actor & { name: string }; locale: string };

/** The link is given this once: only its hash is kept. `mailed` is false without a provider, or when it refused. */
export type Invited = { id: string; email: string; url: string; mailed: boolean };

const fresh = () => {
  const token = newToken();
  return {
    token,
    tokenHash: hashOfToken(token),
    expiresAt: new Date(Date.now() + INVITATION_LIFETIME_MS),
  };
};

/**
 * Invites somebody for seven days. Refuses (`conflict`) a member, an address whose invitation is
 * still good, and more than 500 members and invitations.
 */
export async function invite(ctx: Ctx, who: Inviter, input: NewInvite): Promise<Invited> {
  const { email, role } = NewInvite.parse(input);
  const { workspaceId, actor } = who;
  const { token, ...secret } = fresh();
  const id = newId();
  await inTransaction(ctx.db, async (tx) => {
    const known = await findOperatorByEmail(tx, email);
    const theirs = known ? await listMemberships(tx, known.id) : [];
    if (theirs.some((membership) => membership.id === workspaceId)) {
      throw new AppError("conflict", `${email} is a member already.`);
    }
    const [members, open] = [
      await countMembers(tx, workspaceId),
      await listInvitations(tx, workspaceId),
    ];
    if (members + open.length >= MEMBERS_MAX) {
      throw new AppError(
        "conflict",
        `A workspace can have ${MEMBERS_MAX} members and invitations; remove one first.`,
      );
    }
    const row = { workspaceId, id, email, role, invitedBy: actor.name, ...secret };
    if (!(await insertInvitation(tx, row, new Date()))) {
      throw new AppError("conflict", `${email} has an open invitation. Send it again instead.`);
    }
    const detail = { email, role };
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "member.invited",
      target: id,
      detail,
    });
  });
  return handOver(ctx, who, { id, email, role, token });
}

/** Makes a new link for an open invitation, and seven new days; the old link stops to work. Refuses (`not_found`) one that is gone. */
export async function resendInvitation(ctx: Ctx, who: Inviter, id: string): Promise<Invited> {
  const { workspaceId, actor } = who;
  const { token, ...secret } = fresh();
  const renewed = await inTransaction(ctx.db, async (tx) => {
    const row = await renewInvitation(tx, workspaceId, id, secret);
    if (!row) throw new AppError("not_found", "This invitation was accepted or taken back.");
    const detail = { email: row.email, role: row.role };
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "member.invited_again",
      target: id,
      detail,
    });
    return row;
  });
  return handOver(ctx, who, { id, ...renewed, token });
}

async function handOver(
  ctx: Ctx,
  { workspaceId, actor, locale }: Inviter,
  { id, email, role, token }: { id: string; email: string; role: Role; token: string },
): Promise<Invited> {
  const url = new URL(`/sign-in/invitation/${token}`, ctx.config.appUrl).href;
  const workspace = (await findWorkspace(ctx.db, workspaceId))?.name ?? "";
  const about = { workspace, role, invitedBy: actor.name };
  const sent = await sendLetter(ctx.config, invitationLetter(email, url, locale, about));
  return { id, email, url, mailed: sent.ok };
}
