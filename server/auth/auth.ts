import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { DAY_MS } from "@/core/time";
import type { Db } from "@/db/client";
import {
  operatorAccounts,
  operatorRateLimits,
  operatorSessions,
  operators,
  operatorVerifications,
} from "@/db/schema/operators";
import { newId } from "@/server/new-id";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "./password";
import { signInLink } from "./sign-in-link-plugin";
import { countSignInAttempt, forgetSignInAttempts } from "./sign-in-throttle";

export type AuthConfig = { appUrl: string; secret: string };
export type Auth = ReturnType<typeof createAuth>;

const SESSION_LIFETIME_S = (30 * DAY_MS) / 1000;
const SESSION_RENEWAL_S = DAY_MS / 1000;
const SIGN_IN_PATH = "/sign-in/email";

/** Sign-in of operators: email and password, sessions in the database, nobody signs up by themselves. */
export function createAuth(db: Db, config: AuthConfig) {
  return betterAuth({
    appName: "Followthrough",
    baseURL: config.appUrl,
    secret: config.secret,
    telemetry: { enabled: false },
    logger: { level: "error" },
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: {
        user: operators,
        session: operatorSessions,
        account: operatorAccounts,
        verification: operatorVerifications,
        rateLimit: operatorRateLimits,
      },
    }),
    advanced: {
      database: { generateId: newId },
      cookiePrefix: "followthrough",
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    session: { expiresIn: SESSION_LIFETIME_S, updateAge: SESSION_RENEWAL_S },
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: { "/sign-in/*": { window: 60, max: 20 } },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== SIGN_IN_PATH) return;
        const waitS = await countSignInAttempt(db, String(ctx.body?.email ?? ""));
        if (waitS > 0) {
          throw new APIError("TOO_MANY_REQUESTS", {
            message: `Too many attempts. Try again in ${Math.ceil(waitS / 60)} min.`,
          });
        }
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== SIGN_IN_PATH || !ctx.context.newSession) return;
        await forgetSignInAttempts(db, ctx.context.newSession.user.email);
      }),
    },
    plugins: [signInLink(db), nextCookies()],
  });
}
