import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { consumeLink } from "./one-time-link";
import { NewPassword } from "./password";
import { replacePassword, turnOffSecondFactor } from "./replace-password";

/** The longest token this endpoint reads. */
const TOKEN_LENGTH_MAX = 128;

/**
 * Adds `auth.api.signInWithLink`: a one-time link becomes a session. Whoever reads the server's own
 * output holds the installation, so the link asks no second factor, and may replace a lost password
 * and turn off a lost second factor.
 */
export const signInLink = (db: Db) =>
  ({
    id: "sign-in-link",
    endpoints: {
      signInWithLink: createAuthEndpoint(
        "/sign-in/link",
        {
          method: "POST",
          body: z.object({
            token: z.string().min(1).max(TOKEN_LENGTH_MAX),
            newPassword: NewPassword.optional(),
            withoutSecondFactor: z.boolean().optional(),
          }),
        },
        async (ctx) => {
          const { token, newPassword, withoutSecondFactor } = ctx.body;
          const operatorId = await inTransaction(db, async (tx) => {
            const id = await consumeLink(tx, "sign-in-link", token);
            if (id !== undefined && newPassword !== undefined) {
              await replacePassword(tx, id, newPassword);
            }
            if (id !== undefined && withoutSecondFactor) await turnOffSecondFactor(tx, id);
            return id;
          });
          const user = operatorId && (await ctx.context.internalAdapter.findUserById(operatorId));
          if (!user) {
            throw new APIError("UNAUTHORIZED", {
              message: "This link was used or has expired.",
            });
          }
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ operatorId: user.id });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
