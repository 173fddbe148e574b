import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { operatorRateLimits, operatorVerifications } from "@/db/schema/operators";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { loadConfig } from "@/server/config";
import { testCtx } from "@/server/delivery/testing";
import { newId } from "@/server/new-id";
import { type FakeServer, fakeSmtp } from "@/server/providers/testing";
import { type Auth, createAuth } from "./auth";
import { ensureFirstOperator } from "./first-operator";
import { resetPassword } from "./replace-password";
import { requestPasswordReset } from "./request-password-reset";
import { canMail } from "./system-mail";
import { signInAs, statusOf } from "./testing";

const PASSWORD = "correct horse battery";
const NEW_PASSWORD = "another horse battery";

let database: TestDatabase;
let smtp: FakeServer;
let auth: Auth;
let ctx: ReturnType<typeof testCtx>["ctx"];
let email: string;

beforeAll(async () => {
  [database, smtp] = await Promise.all([testDatabase(), fakeSmtp()]);
  auth = createAuth(database.db, { appUrl: "http://console.test", secret: "s".repeat(32) });
  const config = loadConfig({
    DATABASE_URL: database.url,
    APP_SECRET: "a secret of at least thirty-two characters",
    APP_URL: "http://console.test",
    EMAIL_FROM: "Followthrough <hello@console.test>",
    SMTP_URL: smtp.url,
  });
  ctx = { ...testCtx(database.db).ctx, config };
});
afterAll(() => Promise.all([database.drop(), smtp.close()]));
beforeEach(async () => {
  email = `${newId()}@example.com`;
  await ensureFirstOperator(database.db, { email, name: "Ada", password: PASSWORD });
  await database.db.delete(operatorRateLimits);
});

/** Asks, does what was left for later, and gives the minutes to wait. */
async function ask(address: string, from = "192.0.2.7", locale = "en-GB"): Promise<number> {
  const work: (() => Promise<void>)[] = [];
  const request = { email: address, from, locale };
  const minutes = await requestPasswordReset(ctx, request, (todo) => void work.push(todo));
  for (const todo of work) await todo();
  return minutes;
}

async function letterTo(address: string) {
  const mine = smtp.accepted.filter(({ raw }) => raw.includes(address));
  return mine.length === 0 ? undefined : PostalMime.parse(mine.at(-1)?.raw ?? "");
}

const linkIn = (text: string | undefined) =>
  /http:\/\/console\.test\/sign-in\/reset\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";

const refusal = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "done",
    (error: { code?: string }) => String(error.code),
  );

describe("a password reset", () => {
  it("sets the password by a link that works once, and ends every session", async () => {
    const { jar } = await signInAs(auth, { email, password: PASSWORD });
    expect(await ask(email)).toBe(0);
    const letter = await letterTo(email);
    const token = linkIn(letter?.text);
    expect(linkIn(letter?.html)).toBe(token);
    await resetPassword(database.db, token, NEW_PASSWORD);
    expect(await auth.api.getSession({ headers: jar.headers() })).toBeNull();
    expect(await statusOf(signInAs(auth, { email, password: PASSWORD }))).toBe(401);
    expect(await statusOf(signInAs(auth, { email, password: NEW_PASSWORD }))).toBe(200);
    expect(await refusal(resetPassword(database.db, token, NEW_PASSWORD))).toBe("conflict");
  });

  it("keeps only the hash of its link, for an hour", async () => {
    await ask(email);
    const token = linkIn((await letterTo(email))?.text);
    const rows = await database.db.select().from(operatorVerifications);
    expect(JSON.stringify(rows)).not.toContain(token);
    const past = new Date(Date.now() - 1);
    await database.db.update(operatorVerifications).set({ expiresAt: past });
    expect(await refusal(resetPassword(database.db, token, NEW_PASSWORD))).toBe("conflict");
  });

  it("refuses a short password without using the link up", async () => {
    await ask(email);
    const token = linkIn((await letterTo(email))?.text);
    await expect(resetPassword(database.db, token, "short")).rejects.toThrow();
    await resetPassword(database.db, token, NEW_PASSWORD);
  });

  it("answers the same for an address without an account, and writes to nobody", async () => {
    const stranger = `${newId()}@example.com`;
    expect(await ask(stranger)).toBe(0);
    expect(await letterTo(stranger)).toBeUndefined();
  });

  it("is throttled alike for both, by address and by where it comes from", async () => {
    for (const address of [email, `${newId()}@example.com`]) {
      const waits = [];
      for (let i = 0; i < 4; i++) waits.push((await ask(address)) > 0);
      expect(waits).toEqual([false, false, false, true]);
    }
    const many = [];
    for (let i = 0; i < 21; i++) many.push((await ask(`${newId()}@example.com`, "192.0.2.9")) > 0);
    expect(many.at(-1)).toBe(true);
    expect(many.slice(0, 20)).not.toContain(true);
  });

  it("writes in the language of whoever asks", async () => {
    await ask(email, "192.0.2.7", "de-AT");
    const letter = await letterTo(email);
    expect(letter?.subject).toBe("Neues Passwort für Followthrough");
    expect(letter?.text).toContain("gilt eine Stunde");
  });

  it("cannot be mailed without a provider, and says so", () => {
    expect(canMail(ctx.config)).toBe(true);
    expect(canMail(testCtx(database.db).ctx.config)).toBe(false);
  });
});
