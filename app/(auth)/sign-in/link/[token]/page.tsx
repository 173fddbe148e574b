import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { isLinkOpen } from "@/server/auth/one-time-link";
import { ctx } from "@/server/boot";
import { AuthHeading } from "../../../auth-heading";
import { authText } from "../../../auth-text";
import { LinkForm } from "./link-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authText()).t("auth.signIn"), referrer: "no-referrer" };
}

/** Opening the link changes nothing, so a scanner that follows it does not use it up; the button does. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { t } = await authText();
  if (await isLinkOpen(ctx.db, "sign-in-link", token)) {
    return (
      <>
        <AuthHeading title={t("auth.linkTitle")}>{t("auth.linkLead")}</AuthHeading>
        <LinkForm token={token} />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t("auth.linkDead")}>{t("auth.linkDeadLead")}</AuthHeading>
      <ButtonLink href="/sign-in" look="primary" size="lg" className="w-full">
        {t("auth.goToSignIn")}
      </ButtonLink>
    </>
  );
}
