import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSessions } from "@/db/queries/operators";
import { operatorVerifications } from "@/db/schema/operators";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { type Auth, createAuth } from "./auth";
import { ensureFirstOperator } from "./first-operator";
import { createSignInLink, isLinkOpen } from "./one-time-link";
import { statusOf } from "./testing";
import { SIGN_IN_ATTEMPTS_MAX } from "./throttle";

const APP_URL = "http://console.test";
const ADA = { email: "ada@example.com", name: "Ada", password: "correct horse battery" };

let database: TestDatabase;
let auth: Auth;
let adaId: string;

beforeAll(async () => {
  database = await testDatabase();
  auth = createAuth(database.db, { appUrl: APP_URL, secret: "s".repeat(32) });
  adaId = await ensureFirstOperator(database.db, ADA);
});
afterAll(() => database.drop());

const signIn = (email: string, password: string) =>
  auth.api.signInEmail({ body: { email, password }, returnHeaders: true });

const tokenOf = (link: string) => new URL(link).pathname.replace("/sign-in/link/", "");
const redeem = (link: string) =>
  statusOf(auth.api.signInWithLink({ body: { token: tokenOf(link) } }));

describe("signing in with a password", () => {
  it("gives a session whose cookie scripts cannot read", async () => {
    const { headers, response } = await signIn("ADA@example.com", ADA.password);
    expect(response.user.id).toBe(adaId);
    expect(headers.get("set-cookie")).toMatch(/session_token=.*HttpOnly/i);
  });

  it("keeps the cookie to its own site, and to HTTPS where the console is on HTTPS", async () => {
    const config = { appUrl: "https://console.test", secret: "s".repeat(32) };
    const secure = createAuth(database.db, config);
    const { headers } = await secure.api.signInEmail({ body: ADA, returnHeaders: true });
    const cookie = headers.get("set-cookie") ?? "";
    for (const flag of [
      "__Secure-followthrough.session_token=",
      "Secure",
      "HttpOnly",
      "SameSite=Lax",
    ])
      expect(cookie).toContain(flag);
  });

  it("refuses a wrong password and an unknown address alike", async () => {
    expect(await statusOf(signIn(ADA.email, "not it, sorry"))).toBe(401);
    expect(await statusOf(signIn("nobody@example.com", "not it, sorry"))).toBe(401);
  });

  it("stops guessing, even with the right password at last", async () => {
    const email = "bob@example.com";
    await ensureFirstOperator(database.db, { ...ADA, email });
    const codes: number[] = [];
    for (let i = 0; i < SIGN_IN_ATTEMPTS_MAX; i++)
      codes.push(await statusOf(signIn(email, `x${i}`)));
    expect(new Set(codes)).toEqual(new Set([401]));
    expect(await statusOf(signIn(email, ADA.password))).toBe(429);
    expect(await statusOf(signIn(ADA.email, ADA.password))).toBe(200);
  });

  it("lets nobody sign up", async () => {
    const body = { email: "eve@example.com", name: "Eve", password: ADA.password };
    expect(await statusOf(auth.api.signUpEmail({ body }))).toBe(400);
  });
});

describe("a one-time link", () => {
  it("signs in once and never again", async () => {
    const link = await createSignInLink(database.db, adaId, APP_URL);
    expect(await redeem(link)).toBe(200);
    expect(await redeem(link)).toBe(401);
  });

  it("lets one of two presses in the same moment through", async () => {
    const link = await createSignInLink(database.db, adaId, APP_URL);
    const codes = await Promise.all([redeem(link), redeem(link)]);
    expect(codes.sort()).toEqual([200, 401]);
  });

  it("is not used up by looking at it", async () => {
    const link = await createSignInLink(database.db, adaId, APP_URL);
    expect(await isLinkOpen(database.db, "sign-in-link", tokenOf(link))).toBe(true);
    expect(await isLinkOpen(database.db, "sign-in-link", tokenOf(link))).toBe(true);
    expect(await redeem(link)).toBe(200);
    expect(await isLinkOpen(database.db, "sign-in-link", tokenOf(link))).toBe(false);
  });

  it("replaces a lost password, and ends what the old one opened", async () => {
    const email = "cleo@example.com";
    const id = await ensureFirstOperator(database.db, { ...ADA, email });
    await signIn(email, ADA.password);
    const token = tokenOf(await createSignInLink(database.db, id, APP_URL));
    const newPassword = "another horse battery";
    await auth.api.signInWithLink({ body: { token, newPassword } });
    expect(await listSessions(database.db, id, new Date())).toHaveLength(1);
    expect(await statusOf(signIn(email, ADA.password))).toBe(401);
    expect(await statusOf(signIn(email, newPassword))).toBe(200);
  });

  it("is stored only as a hash, and dies when its time is over", async () => {
    const link = await createSignInLink(database.db, adaId, APP_URL);
    const rows = await database.db.select().from(operatorVerifications);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(link));
    await database.db.update(operatorVerifications).set({ expiresAt: new Date(0) });
    expect(await isLinkOpen(database.db, "sign-in-link", tokenOf(link))).toBe(false);
    expect(await redeem(link)).toBe(401);
  });
});
