import { z } from "zod";
import { AppError } from "@/core/errors";
import { type Db, inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { takeInvitation } from "@/db/queries/members";
import { findOperatorById } from "@/db/queries/operators";
import { findWorkspace } from "@/db/queries/workspaces";
import { addMember, createOperator } from "@/server/auth/first-operator";
import { hashOfToken } from "@/server/auth/one-time-link";
import { NewPassword } from "@/server/auth/password";
import { newId } from "@/server/new-id";

export const NewMember = z.strictObject({
  name: z.string().trim().min(1, "Enter your name.").max(100, "Use at most 100 characters."),
  password: NewPassword,
});
export type NewMember = z.infer<typeof NewMember>;

/** Who accepts: an operator who is signed in, or somebody new. */
export type Accepting = { operatorId: string } | NewMember;

/**
 * Turns an invitation into a membership; the link is used up. Somebody new gets an account with the
 * invited address, which the link has proven. A membership that exists keeps its role. Refuses
 * (`conflict`) a link that was used, taken back or ran out, an operator with another address
 * (`forbidden`), and a new account for an address that has one (`conflict`).
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  accepting: Accepting,
): Promise<{ email: string; slug: string }> {
  return inTransaction(db, async (tx) => {
    const invitation = await takeInvitation(tx, hashOfToken(token), new Date());
    if (!invitation) {
      throw new AppError("conflict", "This invitation was used, taken back or has expired.");
    }
    const { workspaceId, email, role, id } = invitation;
    let operatorId: string;
    let name: string;
    if ("operatorId" in accepting) {
      const operator = await findOperatorById(tx, accepting.operatorId);
      if (operator?.email !== email) {
        throw new AppError("forbidden", `This invitation is for ${email}.`);
      }
      operatorId = operator.id;
      name = operator.name;
    } else {
      const newMember = NewMember.parse(accepting);
      operatorId = await createOperator(tx, { email, ...newMember });
      name = newMember.name;
    }
    await addMember(tx, { workspaceId, operatorId, role });
    await audit(tx, workspaceId, {
      id: newId(),
      actor: { kind: "operator", id: operatorId, name },
      action: "member.joined",
      target: operatorId,
      detail: { role, invitation: id },
    });
    const workspace = await findWorkspace(tx, workspaceId);
    return { email, slug: workspace?.slug ?? "" };
  });
}
