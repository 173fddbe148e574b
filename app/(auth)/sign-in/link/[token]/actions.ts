"use server";

import { APIError } from "better-auth/api";
import { redirect } from "next/navigation";
import { type PasswordProblem, passwordProblem } from "@/core/operator/password";
import { auth } from "@/server/auth/current";
import { requestHeaders } from "@/server/auth/session";

export type LinkProblem = PasswordProblem | "linkUsed";

/** Signs in; for somebody who lost them, replaces the password and turns off the second factor first. */
export async function redeemSignInLink(
  _previous: LinkProblem | undefined,
  form: FormData,
): Promise<LinkProblem> {
  const newPassword = String(form.get("password") ?? "");
  const problem = newPassword === "" ? undefined : passwordProblem(newPassword);
  if (problem) return problem;
  try {
    await auth().api.signInWithLink({
      body: {
        token: String(form.get("token") ?? ""),
        ...(newPassword === "" ? {} : { newPassword }),
        ...(form.get("withoutSecondFactor") === "on" ? { withoutSecondFactor: true } : {}),
      },
      headers: await requestHeaders(),
    });
  } catch (error) {
    if (error instanceof APIError) return "linkUsed";
    throw error;
  }
  redirect("/");
}
