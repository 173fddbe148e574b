"use server";

import { APIError } from "better-auth/api";
import { redirect } from "next/navigation";
import { z } from "zod";
import { auth } from "@/server/auth/current";
import { safeNext } from "@/server/auth/next-path";
import { requestHeaders } from "@/server/auth/session";
import type { CodeProblem } from "../sign-in-state";

const Answer = z.object({
  code: z
    .string()
    .max(64)
    .transform((text) => text.replace(/\s+/g, ""))
    .catch(""),
  kind: z.enum(["app", "backup"]).catch("app"),
  trust: z.literal("on").optional().catch(undefined),
  next: z.string().catch("/"),
});

/** The second half of a sign-in: a code of the app, or a backup code, which is used up. */
export async function verifyCode(
  _previous: CodeProblem | undefined,
  form: FormData,
): Promise<CodeProblem> {
  const { code, kind, trust, next } = Answer.parse(Object.fromEntries(form));
  const call = {
    body: { code, trustDevice: trust === "on" },
    headers: await requestHeaders(),
  };
  try {
    if (kind === "app") await auth().api.verifyTOTP(call);
    else await auth().api.verifyBackupCode(call);
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.statusCode === 429) return "locked";
    const reason = String(error.body?.code ?? "");
    if (reason === "INVALID_CODE" || reason === "INVALID_BACKUP_CODE") {
      return kind === "app" ? "codeWrong" : "backupWrong";
    }
    return "challengeOver";
  }
  redirect(safeNext(next));
}
