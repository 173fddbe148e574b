import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { isLinkOpen } from "@/server/auth/one-time-link";
import { ctx } from "@/server/boot";
import { AuthHeading } from "../../../auth-heading";
import { authText } from "../../../auth-text";
import { ResetForm } from "./reset-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authText()).t("auth.resetTitle"), referrer: "no-referrer" };
}

/** Opening the link changes nothing; a scanner that follows it does not use it up. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { t } = await authText();
  if (await isLinkOpen(ctx.db, "password-link", token)) {
    return (
      <>
        <AuthHeading title={t("auth.resetTitle")}>{t("auth.resetLead")}</AuthHeading>
        <ResetForm token={token} />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t("auth.resetDead")}>{t("auth.resetDeadLead")}</AuthHeading>
      <ButtonLink href="/sign-in/forgot" look="primary" size="lg" className="w-full">
        {t("auth.askAgain")}
      </ButtonLink>
    </>
  );
}
