"use server";

import { APIError } from "better-auth/api";
import { redirect } from "next/navigation";
import { z } from "zod";
import { auth } from "@/server/auth/current";
import { safeNext } from "@/server/auth/next-path";
import { requestHeaders } from "@/server/auth/session";
import type { SignInState } from "./sign-in-state";

const Credentials = z.object({
  email: z.string().trim().max(320).catch(""),
  password: z.string().max(128).catch(""),
  next: z.string().catch("/"),
});

/** Email and password; whoever has a second factor is asked for it on the next page. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const { email, password, next } = Credentials.parse(Object.fromEntries(form));
  if (!z.email().safeParse(email).success) return { email, problem: "emailWrong" };
  let asked: boolean;
  try {
    const body = { email, password };
    const done = await auth().api.signInEmail({ body, headers: await requestHeaders() });
    asked = "twoFactorRedirect" in done;
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.statusCode !== 429) return { email, problem: "wrong" };
    return { email, problem: "wait", minutes: Math.ceil(Number(error.body?.waitS ?? 60) / 60) };
  }
  const to = safeNext(next);
  redirect(asked ? `/sign-in/code?next=${encodeURIComponent(to)}` : to);
}
