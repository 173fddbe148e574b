import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readPushAddress } from "@/core/delivery/push-address";
import { LIVE } from "@/server/clock/clock";
import { newId } from "@/server/new-id";
import { addAddress, removeAddress } from "@/server/people/change-addresses";
import { savePeople } from "@/server/people/save-people";
import { providerRegistry } from "@/server/providers/registry";
import type { FakePeer } from "@/server/providers/testing-http";
import { type FakePush, fakePush, VAPID } from "@/server/providers/testing-push";
import { fakeTwilio, TWILIO, twilioRefusal } from "@/server/providers/testing-twilio";
import { fakeWebhook, SECRET } from "@/server/providers/testing-webhook";
import { createTwilio } from "@/server/providers/twilio";
import { createWebPush } from "@/server/providers/web-push";
import { createWebhook } from "@/server/providers/webhook";
import {
  type House,
  install,
  messagesIn,
  newWorkspace,
  openMany,
  testHouse,
} from "@/server/testing/house";
import { deliverDue } from "./deliver";

const PHONE = "+491701234567";

let house: House;
let twilio: FakePeer;
let push: FakePush;
let webhook: FakePeer;

beforeAll(async () => {
  [house, twilio, push, webhook] = await Promise.all([
    testHouse(),
    fakeTwilio(),
    fakePush(),
    fakeWebhook(),
  ]);
});
afterAll(async () => {
  await Promise.all([twilio, push, webhook].map((peer) => peer.close()));
  await house.database.drop();
});
beforeEach(() => {
  for (const peer of [twilio, push, webhook]) {
    peer.behave("accept");
    peer.accepted.length = 0;
  }
});

const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "Invoice {{ data.number }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [
        {
          id: "s1",
          kind: "send",
          channels: [{ sms: "short" }, { push: "note" }, { webhook: "hook" }],
        },
        { id: "w1", kind: "wait", for: "P3D" },
      ],
    },
  ],
};

/** A zone in which it is this hour now. */
function zoneWithHour(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

/** A live workspace with Ana, who has a phone, a browser and a webhook, and where it is noon. */
async function world(hour = 12) {
  const { ctx } = house;
  const who = await newWorkspace(ctx, "live");
  await install(ctx, who, "invoice", definition);
  await savePeople(ctx, who, [
    { id: "ana", name: "Ana", phone: PHONE, timeZone: zoneWithHour(hour) },
  ]);
  const subscription = readPushAddress(push.address);
  if (!subscription) throw new Error("The service's own browser has no address");
  await addAddress(ctx, who, "ana", { channel: "push", address: subscription });
  await addAddress(ctx, who, "ana", { channel: "webhook", address: `${webhook.url}/ops` });
  const providers = providerRegistry([
    createTwilio({ ...TWILIO, baseUrl: twilio.url }),
    createWebPush({ ...VAPID, allowPrivate: true }),
    createWebhook({ url: null, secret: SECRET, allowPrivate: true }),
  ]);
  const workerId = newId();
  const deliver = async (through = providers) => {
    for (let idle = 0; idle < 2; ) {
      const { claimed } = await deliverDue(ctx, { workerId, clock: LIVE, providers: through });
      idle = claimed === 0 ? idle + 1 : 0;
    }
  };
  const open = () => openMany(ctx, who, "invoice", [{ personId: "ana", data: { number: 7 } }]);
  const messages = () => messagesIn(ctx.db, who.workspaceId);
  const suppressed = async () => [
    ...(await ctx.db.execute(sql`select channel, address, reason from suppressions
      where workspace_id = ${who.workspaceId} order by channel`)),
  ];
  return { who, deliver, open, messages, suppressed };
}

describe("channels of a live workspace", () => {
  test("SMS, push and webhook of one step reach their peers once each, with the rendered words", async () => {
    const { deliver, open, messages } = await world();
    await open();
    await Promise.all([deliver(), deliver()]);
    expect(await messages()).toMatchObject([
      { channel: "push", status: "sent" },
      { channel: "sms", status: "sent" },
      { channel: "webhook", status: "sent" },
    ]);
    const raws = [twilio, push, webhook].map(({ accepted }) =>
      accepted.map(({ raw }) => JSON.parse(raw)),
    );
    expect(raws).toMatchObject([
      [{ To: PHONE, Body: "About Invoice 7" }],
      [{ body: "About Invoice 7", url: expect.stringContaining("/v/") }],
      [{ type: "channel.message", data: { personId: "ana", text: "About Invoice 7" } }],
    ]);
  });

  test("an SMS waits for the morning; what makes no phone ring at night does not", async () => {
    const { deliver, open, messages } = await world(2);
    await open();
    await deliver();
    expect(await messages()).toMatchObject([
      { channel: "push", status: "sent" },
      { channel: "sms", status: "held", code: "held.send_window" },
      { channel: "webhook", status: "sent" },
    ]);
    expect(twilio.accepted).toHaveLength(0);
  });

  test("an address that is gone fails its message and is not written to again", async () => {
    const { who, deliver, open, messages, suppressed } = await world();
    push.behave("refuse");
    twilio.answer(twilioRefusal(400, 21610, "Attempt to send to unsubscribed recipient"));
    webhook.answer({ status: 410 });
    await open();
    await deliver();
    expect(await messages()).toMatchObject(
      ["push", "sms", "webhook"].map((channel) => ({
        channel,
        status: "failed",
        code: "fail.provider",
      })),
    );
    expect(await suppressed()).toEqual([
      { channel: "push", address: push.address, reason: "bounced" },
      { channel: "sms", address: PHONE, reason: "stopped" },
      { channel: "webhook", address: `${webhook.url}/ops`, reason: "bounced" },
    ]);

    const said = await house.ctx.db.execute(sql`select channel, granted, source, address
      from consents where workspace_id = ${who.workspaceId}`);
    expect([...said]).toEqual([
      { channel: "sms", granted: false, source: "provider_stop", address: PHONE },
    ]);

    const asked = [twilio, push, webhook].map(({ requests }) => requests);
    await open();
    await deliver();
    expect((await messages()).slice(3)).toMatchObject(
      ["push", "sms", "webhook"].map((channel) => ({
        channel,
        status: "not_sent",
        // Who says stop takes back their consent as well, and that is looked at first.
        code: channel === "sms" ? "skip.no_consent" : "skip.suppressed",
      })),
    );
    expect([twilio, push, webhook].map(({ requests }) => requests)).toEqual(asked);
  });

  test("an SMS whose answer was lost is not sent again; nobody knows whether it arrived", async () => {
    const { deliver, open, messages } = await world();
    twilio.behave("drop");
    await open();
    await deliver();
    await deliver();
    expect(await messages()).toMatchObject([
      { channel: "push", status: "sent" },
      { channel: "sms", status: "unknown", code: "fail.unknown" },
      { channel: "webhook", status: "sent" },
    ]);
    expect(twilio.accepted).toHaveLength(1);
  });

  test("who has no webhook of their own is written to where the account says, once for a step", async () => {
    const { who, deliver, open, messages } = await world();
    await removeAddress(house.ctx, who, "ana", {
      channel: "webhook",
      address: `${webhook.url}/ops`,
    });
    await open();
    const url = `${webhook.url}/team`;
    const account = createWebhook({ url, secret: SECRET, allowPrivate: true });
    await deliver(providerRegistry([account]));
    const toWebhook = (await messages()).filter(({ channel }) => channel === "webhook");
    expect(toWebhook).toMatchObject([{ status: "sent" }]);
    expect(webhook.paths.at(-1)).toBe("/team");
    const [row] = await house.ctx.db.execute<{ to: string }>(sql`select to_address as to
      from messages where workspace_id = ${who.workspaceId} and channel = 'webhook'`);
    expect(row?.to).toBe(account.defaultTo);
    expect(row?.to).not.toContain("/team");
  });
});
