import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { hasOperator } from "@/db/queries/operators";
import { ctx } from "@/server/boot";
import { AuthHeading } from "../auth-heading";
import { authText } from "../auth-text";
import { SetupForm } from "./setup-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authText()).t("auth.setupTitle") };
}

export default async function SetupPage() {
  if (await hasOperator(ctx.db)) redirect("/sign-in");
  const { t } = await authText();
  const zones = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
  return (
    <>
      <AuthHeading title={t("auth.setupTitle")}>{t("auth.setupLead")}</AuthHeading>
      <SetupForm zones={zones} />
    </>
  );
}
