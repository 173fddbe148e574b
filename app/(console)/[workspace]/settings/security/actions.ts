"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { PASSWORD_LENGTH_MAX } from "@/core/operator/password";
import * as secrets from "@/server/auth/account-secrets";
import { auth } from "@/server/auth/current";
import { NewPassword } from "@/server/auth/password";
import { type Member, requestHeaders } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";

/** Everything here is about the account of whoever asks, so every member may. */
const OWN = "read";

const Password = z.string().min(1).max(PASSWORD_LENGTH_MAX);
const CODE_CHARS_MAX = 64;
const Code = z
  .string()
  .min(1)
  .max(CODE_CHARS_MAX)
  .transform((text) => text.replace(/\s+/g, ""));
const Proof = z.strictObject({ password: Password, code: Code });

const askerOf = async ({ operatorId }: Member) => ({
  operatorId,
  headers: await requestHeaders(),
});
const seenAgain = ({ workspace }: Member) =>
  revalidatePath(`/${workspace.slug}/settings/security`, "page");

/** Gives the address for the app and the backup codes, this once. */
export const beginFactorAction = action(
  OWN,
  z.strictObject({ password: Password }),
  async ({ password }, member) =>
    secrets.beginSecondFactor(auth(), ctx.db, await askerOf(member), password),
);

export const confirmFactorAction = action(
  OWN,
  z.strictObject({ code: Code }),
  async ({ code }, member) =>
    secrets.confirmSecondFactor(auth(), ctx.db, await askerOf(member), code),
);

export const endFactorAction = action(OWN, Proof, async (proof, member) => {
  const done = await secrets.endSecondFactor(auth(), ctx.db, await askerOf(member), proof);
  seenAgain(member);
  return done;
});

export const renewCodesAction = action(OWN, Proof, async (proof, member) =>
  secrets.renewBackupCodes(auth(), ctx.db, await askerOf(member), proof),
);

export const changePasswordAction = action(
  OWN,
  z.strictObject({ current: Password, next: NewPassword }),
  async (input, member) => {
    const done = await secrets.changePassword(auth(), ctx.db, await askerOf(member), input);
    seenAgain(member);
    return done;
  },
);

export const setPasswordAction = action(
  OWN,
  z.strictObject({ next: NewPassword }),
  async ({ next }, member) => {
    const done = await secrets.setFirstPassword(auth(), ctx.db, await askerOf(member), next);
    seenAgain(member);
    return done;
  },
);

export const endSessionAction = action(
  OWN,
  z.strictObject({ sessionId: z.string().min(1).max(64) }),
  async ({ sessionId }, member) => {
    await secrets.endSessions(ctx.db, member.operatorId, { only: sessionId });
    seenAgain(member);
  },
);

/** Gives how many ended. */
export const endOtherSessionsAction = action(OWN, z.strictObject({}), async (_input, member) => {
  const ended = await secrets.endSessions(ctx.db, member.operatorId, {
    except: member.sessionId,
  });
  seenAgain(member);
  return ended;
});
