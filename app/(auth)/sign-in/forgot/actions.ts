"use server";

import { after } from "next/server";
import { z } from "zod";
import { addressOf } from "@/server/auth/address-of";
import { requestPasswordReset } from "@/server/auth/request-password-reset";
import { requestHeaders } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";

export type ForgotState = { email: string } & (
  | { step: "ask" | "wrong" | "sent" }
  | { step: "wait"; minutes: number }
);

/** The answer never says whether the account exists. */
export async function askForReset(_previous: ForgotState, form: FormData): Promise<ForgotState> {
  const email = String(form.get("email") ?? "")
    .trim()
    .slice(0, 320);
  if (!z.email().safeParse(email).success) return { email, step: "wrong" };
  const [headers, { locale }] = [await requestHeaders(), await viewer("UTC")];
  const request = { email, from: addressOf(headers), locale };
  const minutes = await requestPasswordReset(ctx, request, (work) => after(work));
  return minutes > 0 ? { email, step: "wait", minutes } : { email, step: "sent" };
}
