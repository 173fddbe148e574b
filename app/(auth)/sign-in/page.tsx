import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { hasOperator } from "@/db/queries/operators";
import { safeNext } from "@/server/auth/next-path";
import { findOperator } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next: raw } = await searchParams;
  const next = safeNext(typeof raw === "string" ? raw : undefined);
  if (await findOperator()) redirect(next);
  if (!(await hasOperator(ctx.db))) redirect("/setup");
  return (
    <>
      <h1 className="ft-page-title mb-5">Sign in</h1>
      <SignInForm next={next} />
    </>
  );
}
