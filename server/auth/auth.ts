import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { twoFactor } from "better-auth/plugins/two-factor";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@/core/operator/password";
import { DAY_MS, MINUTE_MS } from "@/core/time";
import type { Db } from "@/db/client";
import {
  operatorAccounts,
  operatorRateLimits,
  operatorSessions,
  operators,
  operatorTwoFactors,
  operatorVerifications,
} from "@/db/schema/operators";
import { newId } from "@/server/new-id";
import { addressOf } from "./address-of";
import { signInLink } from "./sign-in-link-plugin";
import { countTry, forgetTries } from "./throttle";

export type AuthConfig = { appUrl: string; secret: string };
export type Auth = ReturnType<typeof createAuth>;

const SESSION_LIFETIME_S = (30 * DAY_MS) / 1000;
const SESSION_RENEWAL_S = DAY_MS / 1000;
/** How long the page that asks for the second factor may stay open. */
const CHALLENGE_LIFETIME_S = (10 * MINUTE_MS) / 1000;
const TRUSTED_DEVICE_S = (30 * DAY_MS) / 1000;
const LOCKOUT = { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 };
const SIGN_IN_PATH = "/sign-in/email";

/**
 * Sign-in of operators: email, password and second factor, sessions in the database; nobody signs up
 * by themselves. Nothing of it is reachable over HTTP: the console's own pages and Server Actions call
 * `api`, so that every rule stands in one place.
 */
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
        twoFactor: operatorTwoFactors,
      },
    }),
    advanced: {
      database: { generateId: newId },
      cookiePrefix: "followthrough",
      // Whole: an operator must know their own address again in the list of sessions.
      ipAddress: { ipv6Subnet: 128 },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    session: { expiresIn: SESSION_LIFETIME_S, updateAge: SESSION_RENEWAL_S },
    // The library's own limits count requests to its HTTP handler, which is not mounted.
    rateLimit: { enabled: false },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== SIGN_IN_PATH) return;
        const from = addressOf(ctx.headers);
        const waits = [
          await countTry(db, "sign-in", String(ctx.body?.email ?? "")),
          from === null ? 0 : await countTry(db, "sign-in-from", from),
        ];
        const waitS = Math.max(...waits);
        if (waitS > 0) throw new APIError("TOO_MANY_REQUESTS", { message: "wait", waitS });
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== SIGN_IN_PATH || !ctx.context.newSession) return;
        await forgetTries(db, "sign-in", ctx.context.newSession.user.email);
      }),
    },
    plugins: [
      signInLink(db),
      twoFactor({
        issuer: "Followthrough",
        twoFactorCookieMaxAge: CHALLENGE_LIFETIME_S,
        trustDeviceMaxAge: TRUSTED_DEVICE_S,
        accountLockout: LOCKOUT,
      }),
      nextCookies(),
    ],
  });
}
