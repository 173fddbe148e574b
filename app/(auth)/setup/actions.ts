"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { type PasswordProblem, passwordProblem } from "@/core/operator/password";
import { auth } from "@/server/auth/current";
import { requestHeaders } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { setUp } from "@/server/setup/set-up";

const NAME_CHARS_MAX = 100;

const FirstRun = z.object({
  name: z.string().trim().min(1, "nameMissing").max(NAME_CHARS_MAX, "tooLong"),
  email: z.email("emailInvalid").max(320, "emailInvalid"),
  password: z.string(),
  workspaceName: z.string().trim().min(1, "workspaceMissing").max(NAME_CHARS_MAX, "tooLong"),
  timeZone: z
    .string()
    .refine((zone) => ["UTC", ...Intl.supportedValuesOf("timeZone")].includes(zone), {
      message: "timeZoneUnknown",
    }),
});

export type SetupProblem =
  | PasswordProblem
  | "nameMissing"
  | "tooLong"
  | "emailInvalid"
  | "workspaceMissing"
  | "timeZoneUnknown";

export type SetupState = {
  /** What was typed, to be shown again; never the password. */
  values: {
    name: string;
    email: string;
    workspaceName: string;
    timeZone: string;
  };
  errors: Partial<Record<keyof z.infer<typeof FirstRun>, SetupProblem>>;
  /** Somebody else was first. */
  taken?: true;
};

export async function submitSetup(_previous: SetupState, form: FormData): Promise<SetupState> {
  const raw = Object.fromEntries(form);
  const text = (name: string) => String(raw[name] ?? "").slice(0, 320);
  const values = {
    name: text("name"),
    email: text("email"),
    workspaceName: text("workspaceName"),
    timeZone: text("timeZone"),
  };
  const parsed = FirstRun.safeParse(raw);
  const short = passwordProblem(String(raw.password ?? ""));
  if (!parsed.success || short) {
    const issues = (parsed.error?.issues ?? []).toReversed();
    const errors = Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
    return { values, errors: { ...errors, ...(short && { password: short }) } };
  }
  let slug: string;
  try {
    ({ slug } = await setUp(ctx.db, parsed.data));
  } catch (error) {
    if (error instanceof AppError) return { values, errors: {}, taken: true };
    throw error;
  }
  const { email, password } = parsed.data;
  await auth().api.signInEmail({ body: { email, password }, headers: await requestHeaders() });
  redirect(`/${slug}`);
}
