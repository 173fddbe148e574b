import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Note } from "@/components/ui/note";
import { hasOperator } from "@/db/queries/operators";
import { safeNext } from "@/server/auth/next-path";
import { findOperator } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { AuthHeading } from "../auth-heading";
import { authText } from "../auth-text";
import { SignInParams } from "./search-params";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authText()).t("auth.signIn") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = SignInParams.parse(await searchParams);
  const next = safeNext(search.next);
  if (await findOperator()) redirect(next);
  if (!(await hasOperator(ctx.db))) redirect("/setup");
  const { t } = await authText();
  return (
    <>
      <AuthHeading title={t("auth.signIn")} />
      {search.after === "reset" ? (
        <div className="mb-4">
          <Note tone="resolved">{t("auth.resetDone")}</Note>
        </div>
      ) : null}
      <SignInForm next={next} />
    </>
  );
}
