import type { Metadata } from "next";
import { ROLE_TEXTS } from "@/components/auth/role-name";
import { SubmitButton } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { findInvitation } from "@/db/queries/members";
import { findOperatorByEmail } from "@/db/queries/operators";
import { hashOfToken } from "@/server/auth/one-time-link";
import { findOperator } from "@/server/auth/session";
import { signOut } from "@/server/auth/sign-out";
import { ctx } from "@/server/boot";
import { AuthHeading } from "../../../auth-heading";
import { authText } from "../../../auth-text";
import { JoinForm, NewAccountForm } from "./join-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authText()).t("members.invitations"), referrer: "no-referrer" };
}

/** Looking at an invitation changes nothing; the button accepts it. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { t } = await authText();
  const invitation = await findInvitation(ctx.db, hashOfToken(token));
  if (!invitation || invitation.acceptedAt || invitation.expiresAt.getTime() <= Date.now()) {
    return (
      <>
        <AuthHeading title={t("auth.inviteDead")}>
          {invitation
            ? t("auth.inviteDeadLead", { invitedBy: invitation.invitedBy })
            : t("auth.inviteUnknownLead")}
        </AuthHeading>
        <ButtonLink href="/" look="primary" size="lg" className="w-full">
          {t("auth.goToSignIn")}
        </ButtonLink>
      </>
    );
  }
  const { email, invitedBy, workspaceName } = invitation;
  const [operator, account] = await Promise.all([
    findOperator(),
    findOperatorByEmail(ctx.db, email),
  ]);
  const role = t(ROLE_TEXTS[invitation.role].name);
  return (
    <>
      <AuthHeading title={t("auth.inviteTitle", { workspace: workspaceName })}>
        {t("auth.inviteLead", { invitedBy, email, role })}
      </AuthHeading>
      {operator ? (
        operator.email === email ? (
          <JoinForm token={token} />
        ) : (
          <form action={signOut} className="grid gap-4">
            <p className="text-ft-2 [overflow-wrap:anywhere]">
              {t("auth.inviteOther", { email: operator.email, invited: email })}
            </p>
            <SubmitButton look="secondary" size="lg" className="w-full">
              {t("auth.signOut")}
            </SubmitButton>
          </form>
        )
      ) : account ? (
        <div className="grid gap-4">
          <p className="text-ft-2 [overflow-wrap:anywhere]">
            {t("auth.inviteHasAccount", { email })}
          </p>
          <ButtonLink
            href={`/sign-in?next=${encodeURIComponent(`/sign-in/invitation/${token}`)}`}
            look="primary"
            size="lg"
            className="w-full"
          >
            {t("auth.inviteSignIn")}
          </ButtonLink>
        </div>
      ) : (
        <NewAccountForm token={token} email={email} />
      )}
    </>
  );
}
