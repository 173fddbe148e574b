import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountName } from "@/core/channel/account";
import { MINUTE_MS } from "@/core/time";
import type * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { newSigningSecret } from "@/server/calls/signing-secret";
import { addAccount } from "@/server/channels/add-account";
import { listChannels } from "@/server/channels/list-channels";
import type { Ctx } from "@/server/context";
import { testCtx, testWorld } from "@/server/delivery/testing";
import { metricsText } from "@/server/operations/metrics";
import { TWILIO } from "@/server/providers/testing-twilio";
import { dumpOf } from "@/server/public/testing";
import { FORGED_PER_MINUTE, HOOK_BYTES_MAX } from "./receive-hook";
import {
  BOUNCE,
  knock,
  resendNotice,
  resendRequest,
  twilioRequest,
  withProviders,
} from "./testing";

const OTHER_SECRET = newSigningSecret();

let database: TestDatabase;
let ctx: Ctx;
let world: Awaited<ReturnType<typeof testWorld>>;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ctx = withProviders(testCtx(database.db).ctx);
  world = await testWorld(database.db);
});

let emails = 0;
/** A message that left through a provider, and the provider's id of it. */
async function sent(provider = "resend", over: Partial<typeof tables.messages.$inferInsert> = {}) {
  const emailId = `4ef9a417-02e9-4d39-ad75-${String(++emails).padStart(12, "0")}`;
  const id = await world.addMessage(await world.addCase(), {
    status: "sent",
    code: "sent.plan",
    provider,
    providerMessageId: emailId,
    to: "ana@example.com",
    attempts: 1,
    sentAt: new Date(Date.now() - MINUTE_MS),
    deliverAt: null,
    ...over,
  });
  return { id, emailId };
}
const addResend = (webhookSecret?: string) =>
  addAccount(
    ctx,
    { workspaceId: world.workspaceId, actor: { kind: "api", name: "tests" } },
    {
      provider: "resend",
      name: `Mail ${++emails}`,
      fields: {
        from: "a@example.com",
        apiKey: "re_0123456789",
        ...(webhookSecret !== undefined && { webhookSecret }),
      },
    },
  );
const status = async (request: Request) => (await knock(ctx, request)).status;
const delivered = (emailId: string) => resendNotice("delivered", emailId);

describe("a callback of Resend", () => {
  test.each(["svix", "webhook"] as const)(
    "signed under the %s names is recorded and answered with nothing",
    async (prefix) => {
      const { id, emailId } = await sent();
      const response = await knock(ctx, resendRequest(delivered(emailId), { prefix }));
      expect(response.status).toBe(204);
      expect(await response.text()).toBe("");
      expect(await world.message(id)).toMatchObject({ status: "delivered" });
    },
  );

  test("that is repeated is answered alike and recorded once", async () => {
    const { id, emailId } = await sent();
    const notice = resendNotice("bounced", emailId, BOUNCE);
    expect(await status(resendRequest(notice, { id: "msg_same" }))).toBe(204);
    const before = await dumpOf(database.db);
    expect(await status(resendRequest(notice, { id: "msg_same" }))).toBe(204);
    expect(await dumpOf(database.db)).toEqual(before);
    expect(await world.message(id)).toMatchObject({ status: "failed", code: "fail.bounced" });
  });

  test("to an account is believed under that account's secret only, and seen there", async () => {
    const { id: account } = await addResend(OTHER_SECRET);
    const { id, emailId } = await sent(accountName(account));
    expect(await status(resendRequest(delivered(emailId), { account }))).toBe(403);
    expect(await status(resendRequest(delivered(emailId), { account, secret: OTHER_SECRET }))).toBe(
      204,
    );
    expect(await world.message(id)).toMatchObject({ status: "delivered" });
    const { accounts } = (await listChannels(ctx, world.workspaceId)).email;
    expect(accounts).toMatchObject([
      {
        sealed: ["apiKey", "webhookSecret"],
        callback: {
          url: `https://follow.example.com/api/hooks/resend/${account}`,
          lastAt: expect.any(Date),
        },
      },
    ]);
    expect(JSON.stringify(accounts)).not.toContain(OTHER_SECRET.slice(-5));
  });

  test("is refused while the account has no signing secret", async () => {
    const { id: account } = await addResend();
    expect(await status(resendRequest(delivered("x"), { account, secret: OTHER_SECRET }))).toBe(
      403,
    );
  });

  test("about a message nobody knows, or of an event nobody needs, is answered and not stored", async () => {
    const before = await dumpOf(database.db);
    expect(await status(resendRequest(delivered("4ef9a417-0000-0000-0000-000000000000")))).toBe(
      204,
    );
    expect(await status(resendRequest({ type: "contact.created", data: { email: "a@b.c" } }))).toBe(
      204,
    );
    expect(await status(resendRequest({ type: "email.invented", data: { email_id: "x" } }))).toBe(
      204,
    );
    expect(await dumpOf(database.db)).toEqual(before);
    const { text } = await metricsText(ctx);
    expect(text).toMatch(
      /followthrough_callbacks_total\{provider="resend",outcome="unknown"\} [1-9]/,
    );
  });
});

describe("a callback that is not what it seems", () => {
  const { now } = Date;
  const minutesAgo = (minutes: number) => new Date(now() - minutes * 60_000);
  const notice = delivered("4ef9a417-02e9-4d39-ad75-000000000000");
  test.each([
    ["forged", () => resendRequest(notice, { secret: OTHER_SECRET })],
    [
      "changed after it was signed",
      () => resendRequest(notice, { body: JSON.stringify({ ...notice, x: 1 }) }),
    ],
    ["old", () => resendRequest(notice, { at: minutesAgo(6) })],
    ["dated ahead", () => resendRequest(notice, { at: minutesAgo(-6) })],
    ["without a signature", () => resendRequest(notice, { headers: { "svix-signature": "" } })],
    ["signed with nothing", () => resendRequest(notice, { headers: { "svix-signature": "v1," } })],
    [
      "signed by another scheme",
      () => resendRequest(notice, { headers: { "svix-signature": "v1a,AAAA" } }),
    ],
    [
      "named by an id that is none",
      () => resendRequest(notice, { headers: { "svix-id": "a b\tc" } }),
    ],
    [
      "Twilio's under another token",
      () => twilioRequest(ctx, { MessageSid: "SM1" }, { token: "x" }),
    ],
    [
      "Twilio's for another address",
      () => {
        const request = twilioRequest(ctx, { MessageSid: "SM1" });
        return new Request(`${request.url}?message=x`, request);
      },
    ],
    [
      "Twilio's with another field",
      () => {
        const { url, headers } = twilioRequest(ctx, { MessageSid: "SM1" });
        return new Request(url, {
          method: "POST",
          headers,
          body: "MessageSid=SM1&MessageStatus=failed",
        });
      },
    ],
  ])("%s is refused and changes nothing", async (_name, request) => {
    const before = await dumpOf(database.db);
    expect(await status(request())).toBe(403);
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test.each([
    ["no JSON", "{"],
    ["a list", []],
    ["null", null],
    ["without a type", { data: {} }],
    ["with a type that is none", { type: 7 }],
    [
      "with an id that could leave its place",
      { type: "email.delivered", data: { email_id: "../x" } },
    ],
    ["nested without end", "[".repeat(100_000)],
    ["empty", ""],
  ])("%s is malformed, signed or not", async (_name, payload) => {
    const before = await dumpOf(database.db);
    expect(await status(resendRequest(payload))).toBe(400);
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test("hostile text is kept harmless", async () => {
    const { id, emailId } = await sent();
    const message = `No\u0000 user \ud800 <script>${"x".repeat(5_000)}`;
    const bounce = { message, type: "Permanent", subType: "\u0000" };
    const tags = { message: "'; drop table messages; --" };
    expect(await status(resendRequest(resendNotice("bounced", emailId, { bounce, tags })))).toBe(
      204,
    );
    const { params } = await world.message(id);
    expect(params?.text).toHaveLength(300);
    expect(params?.text).toMatch(/^No user \ufffd <script>x/);
  });

  test("a body over the limit is refused before it is read, and one that lies about its length while it is", async () => {
    const huge = "x".repeat(HOOK_BYTES_MAX + 1);
    expect(await status(resendRequest(huge))).toBe(413);
    const request = resendRequest("x");
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    });
    const endless = new Request(request.url, {
      method: "POST",
      headers: request.headers,
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(await status(endless)).toBe(413);
  });

  test("an address that is nobody's is not found", async () => {
    const { id: account } = await addResend(OTHER_SECRET);
    const at = (provider: string, name: string) => {
      const { headers } = resendRequest(notice);
      headers.set("x-twilio-signature", `${"A".repeat(27)}=`);
      return new Request(`http://inner.test/api/hooks/${provider}/${name}`, {
        method: "POST",
        headers,
        body: "{}",
      });
    };
    for (const [provider, name] of [
      ["smtp", account],
      ["twilio", account],
      ["resend", "00000000-0000-4000-8000-000000000000"],
      ["resend", "not-an-id"],
      ["resend", "%00"],
    ] as const) {
      expect([provider, name, await status(at(provider, name))]).toEqual([provider, name, 404]);
    }
    ctx = { ...ctx, config: { ...ctx.config, resend: null, twilio: null } };
    expect(await status(at("resend", "environment"))).toBe(404);
    expect(await status(at("twilio", "environment"))).toBe(404);
  });

  test("forged ones are slowed down; whoever signs is let in all the same", async () => {
    const headers = { "x-forwarded-for": "198.51.100.77" };
    const forged = () => resendRequest(notice, { secret: OTHER_SECRET, headers });
    for (let i = 0; i < FORGED_PER_MINUTE; i++) expect(await status(forged())).toBe(403);
    const refused = await knock(ctx, forged());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await status(resendRequest(notice, { headers }))).toBe(204);
  });
});

describe("an account's callbacks", () => {
  test("touch nothing that left through another account, or in another workspace", async () => {
    const { id: account } = await addResend(OTHER_SECRET);
    const own = await sent(accountName(account));
    const ofEnvironment = await sent();
    const ofOther = await sent(accountName((await addResend(OTHER_SECRET)).id));
    const home = world;
    world = await testWorld(database.db);
    const foreign = await sent(accountName(account));
    const stranger = await sent();
    const before = await dumpOf(database.db);
    for (const { id, emailId } of [ofEnvironment, ofOther, foreign, stranger]) {
      for (const type of ["bounced", "complained", "delivered", "opened", "failed"]) {
        const named = resendNotice(type, emailId, BOUNCE);
        const tagged = resendNotice(type, "4ef9a417-0000-0000-0000-000000000000", {
          ...BOUNCE,
          tags: { message: id },
        });
        for (const payload of [named, tagged]) {
          const request = resendRequest(payload, { account, secret: OTHER_SECRET });
          expect(await status(request)).toBe(204);
        }
      }
    }
    const withoutAccounts = (dump: string[]) =>
      dump.filter((line) => !line.startsWith("channel_accounts "));
    expect(withoutAccounts(await dumpOf(database.db))).toEqual(withoutAccounts(before));
    const request = resendRequest(delivered(own.emailId), { account, secret: OTHER_SECRET });
    expect(await status(request)).toBe(204);
    expect(await home.message(own.id)).toMatchObject({ status: "delivered" });
  });

  test("of the environment find their message in any workspace, but none that left through an account", async () => {
    const { id: account } = await addResend(OTHER_SECRET);
    const ofAccount = await sent(accountName(account));
    const here = await sent();
    await status(resendRequest(delivered(ofAccount.emailId)));
    await status(resendRequest(delivered(here.emailId)));
    expect(await world.message(ofAccount.id)).toMatchObject({ status: "sent" });
    expect(await world.message(here.id)).toMatchObject({ status: "delivered" });
  });

  test("find a message by our own id when the answer to its hand-over was lost", async () => {
    const { id } = await sent("resend", {
      status: "unknown",
      code: "fail.unknown",
      providerMessageId: null,
      sentAt: null,
    });
    const notice = resendNotice("sent", "4ef9a417-02e9-4d39-ad75-aaaaaaaaaaaa", {
      tags: { message: id },
    });
    expect(await status(resendRequest(notice))).toBe(204);
    expect(await world.message(id)).toMatchObject({
      status: "sent",
      code: "sent.plan",
      providerMessageId: "4ef9a417-02e9-4d39-ad75-aaaaaaaaaaaa",
      sentAt: expect.any(Date),
    });
    // Pairs, as they were sent.
    const tags = [{ name: "message", value: id }];
    await status(resendRequest(resendNotice("delivered", "another", { tags })));
    expect(await world.message(id)).toMatchObject({ status: "delivered" });
  });

  test("of Twilio are signed over the public address, with or without its port", async () => {
    const MessageSid = `SM${"a".repeat(32)}`;
    const { id } = await sent("twilio", {
      channel: "sms",
      providerMessageId: MessageSid,
      to: "+491701234567",
    });
    const form = {
      MessageSid,
      MessageStatus: "sending",
      AccountSid: TWILIO.accountSid,
      Body: "Grüße & mehr",
    };
    expect(await status(twilioRequest(ctx, form))).toBe(204);
    expect(await status(twilioRequest(ctx, form, { port: 443 }))).toBe(204);
    expect(await status(twilioRequest(ctx, form, { port: 8443 }))).toBe(403);
    expect(await status(twilioRequest(ctx, { ...form, MessageStatus: "delivered" }))).toBe(204);
    expect(await world.message(id)).toMatchObject({ status: "delivered" });
    expect(await status(twilioRequest(ctx, { MessageSid: "x", MessageStatus: "failed" }))).toBe(
      400,
    );
    expect(await status(twilioRequest(ctx, {}))).toBe(400);
  });
});
