"use server";

import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "@/server/auth/current";

/** Returns what went wrong, as a sentence; redirects when it worked. */
export async function redeemSignInLink(_previous: string, form: FormData): Promise<string> {
  try {
    const token = String(form.get("token") ?? "");
    await auth().api.signInWithLink({
      body: { token },
      headers: await headers(),
    });
  } catch (error) {
    if (error instanceof APIError) return "This link was used or has expired.";
    throw error;
  }
  redirect("/");
}
