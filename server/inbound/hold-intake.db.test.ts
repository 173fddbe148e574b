import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { REPLIES_DOMAIN, replyWorld } from "@/server/replies/testing";
import { holdIntake } from "./hold-intake";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

it("one of several has the port, and the next takes it when that one is gone", async () => {
  const world = await replyWorld(database.db);
  const settings = { port: await freePort(), domain: REPLIES_DOMAIN, tls: null };
  const { messageId, caseId } = await world.open(1);
  const first = holdIntake(world.ctx, settings, 20);
  const answer = () =>
    createTransport({ host: "127.0.0.1", port: settings.port, ignoreTLS: true }).sendMail({
      from: "ana@example.com",
      to: world.addressOf(messageId),
      subject: "Re",
      text: "a question",
    });
  const until = async (): Promise<void> => {
    for (let tries = 0; ; tries++) {
      try {
        await answer();
        return;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((soon) => setTimeout(soon, 20));
      }
    }
  };
  await until();
  const second = holdIntake(world.ctx, settings, 20);
  await first();
  await until();
  await second();
  await expect(answer()).rejects.toThrow();
  expect(await world.repliesOf(caseId)).toHaveLength(2);
});

it("ends at once while it still waits for its port", async () => {
  const world = await replyWorld(database.db);
  const taken = createServer();
  await new Promise<void>((ready) => taken.listen(0, ready));
  const { port } = taken.address() as AddressInfo;
  await holdIntake(world.ctx, { port, domain: REPLIES_DOMAIN, tls: null })();
  await new Promise((closed) => taken.close(closed));
});
