"use server";

import { redirect } from "next/navigation";
import { AppError } from "@/core/errors";
import { type PasswordProblem, passwordProblem } from "@/core/operator/password";
import { resetPassword } from "@/server/auth/replace-password";
import { ctx } from "@/server/boot";

export type ResetProblem = PasswordProblem | "linkUsed";

export async function submitReset(
  _previous: ResetProblem | undefined,
  form: FormData,
): Promise<ResetProblem> {
  const password = String(form.get("password") ?? "");
  const problem = passwordProblem(password);
  if (problem) return problem;
  try {
    await resetPassword(ctx.db, String(form.get("token") ?? ""), password);
  } catch (error) {
    if (error instanceof AppError) return "linkUsed";
    throw error;
  }
  redirect("/sign-in?after=reset");
}
