import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthLink } from "@/components/auth/auth-link";
import { safeNext } from "@/server/auth/next-path";
import { findOperator } from "@/server/auth/session";
import { AuthHeading } from "../../auth-heading";
import { authText } from "../../auth-text";
import { SignInParams } from "../search-params";
import { CodeForm } from "./code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authText()).t("auth.codeTitle") };
}

export default async function CodePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = SignInParams.parse(await searchParams);
  const next = safeNext(search.next);
  if (await findOperator()) redirect(next);
  const { t } = await authText();
  const isBackup = search.with === "backup";
  const here = `/sign-in/code?next=${encodeURIComponent(next)}`;
  return (
    <>
      <AuthHeading title={t("auth.codeTitle")}>
        {t(isBackup ? "auth.backupLead" : "auth.codeLead")}
      </AuthHeading>
      <CodeForm key={isBackup ? "backup" : "app"} kind={isBackup ? "backup" : "app"} next={next} />
      <p className="mt-4 flex flex-wrap justify-between gap-x-4 gap-y-2">
        <AuthLink href={isBackup ? here : `${here}&with=backup`}>
          {t(isBackup ? "auth.useApp" : "auth.useBackup")}
        </AuthLink>
        <AuthLink href="/sign-in">{t("auth.signInAgain")}</AuthLink>
      </p>
      {isBackup ? <p className="mt-4 text-xs text-ft-3">{t("auth.lostBoth")}</p> : null}
    </>
  );
}
