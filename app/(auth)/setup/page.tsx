import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { hasOperator } from "@/db/queries/operators";
import { ctx } from "@/server/boot";
import { SetupForm } from "./setup-form";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await hasOperator(ctx.db)) redirect("/sign-in");
  const zones = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
  return (
    <>
      <h1 className="ft-page-title">Set up Followthrough</h1>
      <p className="mt-2 mb-6 text-ft-2">You become the owner of the first workspace.</p>
      <SetupForm zones={zones} />
    </>
  );
}
