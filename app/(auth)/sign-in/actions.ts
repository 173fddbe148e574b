"use server";

import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { auth } from "@/server/auth/current";
import { safeNext } from "@/server/auth/next-path";

export type SignInState = { email: string; message?: string };

const Credentials = z.object({
  email: z.string().trim().max(320).catch(""),
  password: z.string().max(128).catch(""),
  next: z.string().catch("/"),
});

export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const { email, password, next } = Credentials.parse(Object.fromEntries(form));
  if (!z.email().safeParse(email).success) {
    return {
      email,
      message: "Enter the email address of your account, like ada@example.com.",
    };
  }
  try {
    await auth().api.signInEmail({
      body: { email, password },
      headers: await headers(),
    });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return {
      email,
      message:
        error.statusCode === 429
          ? error.message
          : "Email or password is wrong. Check both and try again.",
    };
  }
  redirect(safeNext(next));
}
