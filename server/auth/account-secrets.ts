import { APIError } from "better-auth/api";
import { type Db, inTransaction } from "@/db/client";
import { deleteSessions, deleteVerifications } from "@/db/queries/operator-writes";
import { auditOwnAccount } from "./audit-account";
import type { Auth } from "./auth";
import { countTry, forgetTries } from "./throttle";

/** Why a secret was not taken: wrong ones are counted, and after ten within 15 minutes one waits. */
export type SecretProblem =
  | { problem: "wrong_password" | "wrong_code" | "not_now" }
  | { problem: "wait"; minutes: number };

export type Tried<T> = ({ done: true } & T) | ({ done: false } & SecretProblem);

/** Who asks: the signed-in operator and the headers their session stands in. */
export type Asker = { operatorId: string; headers: Headers };

const DIGITS = /^\d{6}$/;

const problemOf = (error: APIError): SecretProblem => {
  const code = String(error.body?.code ?? "");
  if (code === "INVALID_PASSWORD") return { problem: "wrong_password" };
  if (code === "INVALID_CODE" || code === "INVALID_BACKUP_CODE") return { problem: "wrong_code" };
  return { problem: "not_now" };
};

async function tried<T>(db: Db, operatorId: string, run: () => Promise<T>): Promise<Tried<T>> {
  const waitS = await countTry(db, "secret", operatorId);
  if (waitS > 0) return { done: false, problem: "wait", minutes: Math.ceil(waitS / 60) };
  try {
    const value = await run();
    await forgetTries(db, "secret", operatorId);
    return { done: true, ...value };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return { done: false, ...problemOf(error) };
  }
}

const noted = (db: Db, operatorId: string, act: Parameters<typeof auditOwnAccount>[2]) =>
  inTransaction(db, (tx) => auditOwnAccount(tx, operatorId, act));

/** A code of the app, or one backup code, which is used up. Throws the library's error for a wrong one. */
async function checkCode(auth: Auth, headers: Headers, code: string): Promise<void> {
  if (DIGITS.test(code)) await auth.api.verifyTOTP({ headers, body: { code } });
  else await auth.api.verifyBackupCode({ headers, body: { code, disableSession: true } });
}

type Both = { password: string; code: string };

async function checkBoth(auth: Auth, headers: Headers, { password, code }: Both): Promise<void> {
  await auth.api.verifyPassword({ headers, body: { password } });
  await checkCode(auth, headers, code);
}

/** Starts the second factor: gives the address for the app and the backup codes. Nothing is on until `confirmSecondFactor`. */
export const beginSecondFactor = (
  auth: Auth,
  db: Db,
  { operatorId, headers }: Asker,
  password: string,
) =>
  tried(db, operatorId, async () => {
    const begun = await auth.api.enableTwoFactor({ headers, body: { password, method: "totp" } });
    return begun.method === "totp"
      ? { uri: begun.totpURI, backupCodes: begun.backupCodes }
      : { uri: "", backupCodes: [] };
  });

/** Turns the second factor on, once the app's code proves that it works. */
export const confirmSecondFactor = (
  auth: Auth,
  db: Db,
  { operatorId, headers }: Asker,
  code: string,
) =>
  tried(db, operatorId, async () => {
    await auth.api.verifyTOTP({ headers, body: { code } });
    await noted(db, operatorId, "operator.second_factor_on");
    return {};
  });

/** Takes the second factor away, for the password and a code together. */
export const endSecondFactor = (auth: Auth, db: Db, { operatorId, headers }: Asker, input: Both) =>
  tried(db, operatorId, async () => {
    await checkBoth(auth, headers, input);
    await auth.api.disableTwoFactor({ headers, body: { password: input.password } });
    await noted(db, operatorId, "operator.second_factor_off");
    return {};
  });

/** Replaces all backup codes, for the password and a code together. */
export const renewBackupCodes = (auth: Auth, db: Db, { operatorId, headers }: Asker, input: Both) =>
  tried(db, operatorId, async () => {
    await checkBoth(auth, headers, input);
    const { backupCodes } = await auth.api.generateBackupCodes({
      headers,
      body: { password: input.password },
    });
    await noted(db, operatorId, "operator.backup_codes_renewed");
    return { backupCodes };
  });

/** Another password, for the current one. Ends every other session and every trusted device. */
export const changePassword = (
  auth: Auth,
  db: Db,
  { operatorId, headers }: Asker,
  input: { current: string; next: string },
) =>
  tried(db, operatorId, async () => {
    await auth.api.changePassword({
      headers,
      body: {
        currentPassword: input.current,
        newPassword: input.next,
        revokeOtherSessions: true,
      },
    });
    await inTransaction(db, async (tx) => {
      await deleteVerifications(tx, operatorId);
      await auditOwnAccount(tx, operatorId, "operator.password_changed");
    });
    return {};
  });

/** The first password of somebody who signs in by link only. */
export const setFirstPassword = (
  auth: Auth,
  db: Db,
  { operatorId, headers }: Asker,
  password: string,
) =>
  tried(db, operatorId, async () => {
    await auth.api.setPassword({ headers, body: { newPassword: password } });
    await noted(db, operatorId, "operator.password_changed");
    return {};
  });

/** Ends one session, or all but the one that asks, with every trusted device. Returns how many ended. */
export function endSessions(
  db: Db,
  operatorId: string,
  which: { only: string } | { except: string },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    if ("except" in which) await deleteVerifications(tx, operatorId);
    const ended = await deleteSessions(tx, operatorId, which);
    if (ended > 0) await auditOwnAccount(tx, operatorId, "operator.sessions_ended");
    return ended;
  });
}
