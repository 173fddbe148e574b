import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { listSessions } from "@/db/queries/operators";
import { operatorRateLimits, operatorTwoFactors } from "@/db/schema/operators";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { newId } from "@/server/new-id";
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  endSessions,
  renewBackupCodes,
} from "./account-secrets";
import { type Auth, createAuth } from "./auth";
import { ensureFirstOperator } from "./first-operator";
import { appCode, type CookieJar, signInAs, statusOf } from "./testing";

const PASSWORD = "correct horse battery";

let database: TestDatabase;
let auth: Auth;
let email: string;
let operatorId: string;

beforeAll(async () => {
  database = await testDatabase();
  auth = createAuth(database.db, { appUrl: "http://console.test", secret: "s".repeat(32) });
});
afterAll(() => database.drop());
beforeEach(async () => {
  email = `${newId()}@example.com`;
  operatorId = await ensureFirstOperator(database.db, { email, name: "Ada", password: PASSWORD });
  await database.db.delete(operatorRateLimits);
});

const askerOf = (jar: CookieJar) => ({ operatorId, headers: jar.headers() });

/** Turns it on, and gives the app's address, the backup codes and a browser that is signed in. */
async function turnedOn() {
  const { jar } = await signInAs(auth, { email, password: PASSWORD });
  const begun = await beginSecondFactor(auth, database.db, askerOf(jar), PASSWORD);
  if (!begun.done) throw new Error(begun.problem);
  const { headers } = await auth.api.verifyTOTP({
    headers: jar.headers(),
    body: { code: appCode(begun.uri) },
    returnHeaders: true,
  });
  jar.keep(headers);
  return { jar, uri: begun.uri, backupCodes: begun.backupCodes };
}

async function codeIn(jar: CookieJar, code: string, trustDevice = false): Promise<number> {
  return statusOf(
    auth.api
      .verifyTOTP({ headers: jar.headers(), body: { code, trustDevice }, returnHeaders: true })
      .then(({ headers }) => jar.keep(headers)),
  );
}

const isSignedIn = async (jar: CookieJar) =>
  (await auth.api.getSession({ headers: jar.headers() })) !== null;

describe("turning the second factor on", () => {
  it("needs the password, and is not on before the app's code fits", async () => {
    const { jar } = await signInAs(auth, { email, password: PASSWORD });
    const wrong = await beginSecondFactor(auth, database.db, askerOf(jar), "not the password");
    expect(wrong).toEqual({ done: false, problem: "wrong_password" });
    const begun = await beginSecondFactor(auth, database.db, askerOf(jar), PASSWORD);
    expect(begun).toMatchObject({ done: true, backupCodes: expect.any(Array) });
    expect((await signInAs(auth, { email, password: PASSWORD })).asked).toBe(false);
    const refused = await confirmSecondFactor(auth, database.db, askerOf(jar), "000000");
    expect(refused).toEqual({ done: false, problem: "wrong_code" });
    if (!begun.done) throw new Error("not begun");
    const right = await confirmSecondFactor(auth, database.db, askerOf(jar), appCode(begun.uri));
    expect(right).toEqual({ done: true });
    expect((await signInAs(auth, { email, password: PASSWORD })).asked).toBe(true);
  });

  it("keeps neither the secret nor the codes as text", async () => {
    const { uri, backupCodes } = await turnedOn();
    const rows = await database.db
      .select()
      .from(operatorTwoFactors)
      .where(eq(operatorTwoFactors.userId, operatorId));
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(new URL(uri).searchParams.get("secret"));
    expect(stored).not.toContain(backupCodes[0]);
  });
});

describe("signing in with a second factor", () => {
  it("gives no session for the password alone", async () => {
    await turnedOn();
    const { jar, asked } = await signInAs(auth, { email, password: PASSWORD });
    expect(asked).toBe(true);
    expect(await isSignedIn(jar)).toBe(false);
  });

  it("takes the app's code", async () => {
    const { uri } = await turnedOn();
    const { jar } = await signInAs(auth, { email, password: PASSWORD });
    expect(await codeIn(jar, appCode(uri))).toBe(200);
    expect(await isSignedIn(jar)).toBe(true);
  });

  it("takes a backup code once", async () => {
    const { backupCodes } = await turnedOn();
    const codes = [];
    for (let i = 0; i < 2; i++) {
      const { jar } = await signInAs(auth, { email, password: PASSWORD });
      const body = { code: backupCodes[0] ?? "" };
      codes.push(await statusOf(auth.api.verifyBackupCode({ headers: jar.headers(), body })));
    }
    expect(codes).toEqual([200, 401]);
  });

  it("does not ask again on a trusted device, until all other sessions are ended", async () => {
    const { jar: first, uri } = await turnedOn();
    const { jar } = await signInAs(auth, { email, password: PASSWORD });
    await codeIn(jar, appCode(uri), true);
    expect((await signInAs(auth, { email, password: PASSWORD }, jar)).asked).toBe(false);
    const kept = await auth.api.getSession({ headers: first.headers() });
    await endSessions(database.db, operatorId, { except: kept?.session.id ?? "" });
    expect((await signInAs(auth, { email, password: PASSWORD }, jar)).asked).toBe(true);
  });

  it("stops guessing: the account is locked after ten wrong codes, also for the right one", async () => {
    const { uri } = await turnedOn();
    const wrong = appCode(uri) === "000000" ? "000001" : "000000";
    for (let round = 0; round < 3; round++) {
      const { jar } = await signInAs(auth, { email, password: PASSWORD });
      for (let i = 0; i < 5; i++) await codeIn(jar, wrong);
    }
    const { jar } = await signInAs(auth, { email, password: PASSWORD });
    expect(await codeIn(jar, appCode(uri))).toBe(429);
  });
});

describe("taking the second factor away", () => {
  it("needs the password and a code together", async () => {
    const { jar, uri, backupCodes } = await turnedOn();
    const end = (password: string, code: string) =>
      endSecondFactor(auth, database.db, askerOf(jar), { password, code });
    const code = appCode(uri);
    expect(await end("not the password", code)).toMatchObject({ problem: "wrong_password" });
    const wrong = code === "000000" ? "000001" : "000000";
    expect(await end(PASSWORD, wrong)).toMatchObject({ problem: "wrong_code" });
    expect(await end(PASSWORD, backupCodes[3] ?? "")).toEqual({ done: true });
    expect((await signInAs(auth, { email, password: PASSWORD })).asked).toBe(false);
  });

  it("is throttled", async () => {
    const { jar, uri } = await turnedOn();
    const end = (password: string) =>
      endSecondFactor(auth, database.db, askerOf(jar), { password, code: appCode(uri) });
    for (let i = 0; i < 10; i++) await end("not the password");
    expect(await end(PASSWORD)).toMatchObject({ done: false, problem: "wait" });
  });
});

test("new backup codes replace the old ones", async () => {
  const { jar, uri, backupCodes } = await turnedOn();
  const proof = { password: PASSWORD, code: appCode(uri) };
  const renewed = await renewBackupCodes(auth, database.db, askerOf(jar), proof);
  expect(renewed).toMatchObject({ done: true });
  const { jar: other } = await signInAs(auth, { email, password: PASSWORD });
  const body = { code: backupCodes[0] ?? "" };
  expect(await statusOf(auth.api.verifyBackupCode({ headers: other.headers(), body }))).toBe(401);
});

describe("sessions", () => {
  it("end when the password changes, but for the one that changed it", async () => {
    const { jar: mine } = await signInAs(auth, { email, password: PASSWORD });
    const { jar: other } = await signInAs(auth, { email, password: PASSWORD });
    const next = "another horse battery";
    const input = { current: PASSWORD, next };
    expect(await changePassword(auth, database.db, askerOf(mine), input)).toEqual({ done: true });
    expect(await isSignedIn(other)).toBe(false);
    expect(await listSessions(database.db, operatorId, new Date())).toHaveLength(1);
    expect((await signInAs(auth, { email, password: next })).asked).toBe(false);
  });

  it("are ended by their operator only, and at once", async () => {
    const { jar } = await signInAs(auth, { email, password: PASSWORD });
    const [session] = await listSessions(database.db, operatorId, new Date());
    const only = session?.id ?? "";
    expect(session).toMatchObject({ userAgent: "test", ipAddress: "192.0.2.7" });
    expect(await endSessions(database.db, "somebody-else", { only })).toBe(0);
    expect(await isSignedIn(jar)).toBe(true);
    expect(await endSessions(database.db, operatorId, { only })).toBe(1);
    expect(await isSignedIn(jar)).toBe(false);
  });
});
