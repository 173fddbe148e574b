import type { Metadata } from "next";
import { AuthLink } from "@/components/auth/auth-link";
import { canMail } from "@/server/auth/system-mail";
import { ctx } from "@/server/boot";
import { AuthHeading } from "../../auth-heading";
import { authText } from "../../auth-text";
import { ForgotForm } from "./forgot-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authText()).t("auth.forgotTitle") };
}

export default async function ForgotPage() {
  const { t } = await authText();
  return (
    <>
      <AuthHeading title={t("auth.forgotTitle")} />
      {canMail(ctx.config) ? (
        <ForgotForm />
      ) : (
        <div className="grid gap-2 text-ft-2">
          <p>{t("auth.forgotNoMail")}</p>
          <ul className="grid list-disc gap-2 ps-5">
            <li>
              {t.rich("auth.forgotByOwner", { b: (inner) => <strong key="b">{inner}</strong> })}
            </li>
            <li>{t("auth.forgotByServer")}</li>
          </ul>
        </div>
      )}
      <p className="mt-4">
        <AuthLink href="/sign-in">{t("auth.signInAgain")}</AuthLink>
      </p>
    </>
  );
}
