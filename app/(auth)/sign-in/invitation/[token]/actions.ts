"use server";

import { redirect } from "next/navigation";
import { AppError } from "@/core/errors";
import { type PasswordProblem, passwordProblem } from "@/core/operator/password";
import { auth } from "@/server/auth/current";
import { findOperator, requestHeaders } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { acceptInvitation } from "@/server/members/accept-invitation";

const NAME_CHARS_MAX = 100;

export type JoinState = {
  name: string;
  problem?: PasswordProblem | "nameMissing" | "tooLong" | "linkUsed";
};

const tokenOf = (form: FormData) => String(form.get("token") ?? "").slice(0, 128);

/** The signed-in operator joins. */
export async function joinWorkspace(
  _previous: "linkUsed" | undefined,
  form: FormData,
): Promise<"linkUsed"> {
  const operator = await findOperator();
  const token = tokenOf(form);
  if (!operator) redirect(`/sign-in?next=${encodeURIComponent(`/sign-in/invitation/${token}`)}`);
  let slug: string;
  try {
    ({ slug } = await acceptInvitation(ctx.db, token, { operatorId: operator.operatorId }));
  } catch (error) {
    if (error instanceof AppError) return "linkUsed";
    throw error;
  }
  redirect(`/${slug}`);
}

/** Somebody new gets an account, joins and is signed in. */
export async function joinAsNew(_previous: JoinState, form: FormData): Promise<JoinState> {
  const name = String(form.get("name") ?? "").trim();
  const password = String(form.get("password") ?? "");
  if (name === "") return { name, problem: "nameMissing" };
  if (name.length > NAME_CHARS_MAX) return { name, problem: "tooLong" };
  const problem = passwordProblem(password);
  if (problem) return { name, problem };
  let joined: { slug: string; email: string };
  try {
    joined = await acceptInvitation(ctx.db, tokenOf(form), { name, password });
  } catch (error) {
    if (error instanceof AppError) return { name, problem: "linkUsed" };
    throw error;
  }
  const body = { email: joined.email, password };
  await auth().api.signInEmail({ body, headers: await requestHeaders() });
  redirect(`/${joined.slug}`);
}
