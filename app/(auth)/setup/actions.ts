"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { auth } from "@/server/auth/current";
import { NewPassword } from "@/server/auth/password";
import { ctx } from "@/server/boot";
import { setUp } from "@/server/setup/set-up";

const FirstRun = z.object({
  name: z.string().trim().min(1, "Enter your name.").max(100, "Use at most 100 characters."),
  email: z.email("Enter an address like ada@example.com.").max(320),
  password: NewPassword,
  workspaceName: z
    .string()
    .trim()
    .min(1, "Enter a name for the workspace.")
    .max(100, "Use at most 100 characters."),
  timeZone: z
    .string()
    .refine((zone) => ["UTC", ...Intl.supportedValuesOf("timeZone")].includes(zone), {
      message: "Choose a time zone from the list.",
    }),
});

export type SetupState = {
  /** What was typed, to be shown again; never the password. */
  values: {
    name: string;
    email: string;
    workspaceName: string;
    timeZone: string;
  };
  errors: Partial<Record<keyof z.infer<typeof FirstRun>, string>>;
  message?: string;
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
  if (!parsed.success) {
    const { fieldErrors } = z.flattenError(parsed.error);
    const errors = Object.fromEntries(
      Object.entries(fieldErrors).map(([field, messages]) => [field, messages?.[0]]),
    );
    return { values, errors };
  }
  let slug: string;
  try {
    ({ slug } = await setUp(ctx.db, parsed.data));
  } catch (error) {
    if (error instanceof AppError) return { values, errors: {}, message: error.message };
    throw error;
  }
  const { email, password } = parsed.data;
  await auth().api.signInEmail({
    body: { email, password },
    headers: await headers(),
  });
  redirect(`/${slug}/cases`);
}
