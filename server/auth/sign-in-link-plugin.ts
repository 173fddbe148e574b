import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { Db } from "@/db/client";
import { consumeSignInLink } from "./one-time-link";

/** The longest token this endpoint reads. */
const TOKEN_LENGTH_MAX = 128;

/** Adds `auth.api.signInWithLink`: a one-time link becomes a session, by POST only. */
export const signInLink = (db: Db) =>
  ({
    id: "sign-in-link",
    endpoints: {
      signInWithLink: createAuthEndpoint(
        "/sign-in/link",
        {
          method: "POST",
          body: z.object({ token: z.string().min(1).max(TOKEN_LENGTH_MAX) }),
        },
        async (ctx) => {
          const operatorId = await consumeSignInLink(db, ctx.body.token);
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
