import { afterAll, beforeAll, expect, test } from "vitest";
import { dkimName, dkimRecord } from "@/core/channel/dkim-record";
import { message, patience } from "./contract";
import { newDkimKeys } from "./dkim";
import { createSmtp } from "./smtp";
import { type FakeServer, fakeSmtp } from "./testing";
import { verifyDkim } from "./testing-dkim";

const keys = newDkimKeys();
const DOMAIN = "shop.example.com";
const NAME = dkimName(DOMAIN, "ft");
const dns = (name: string) => (name === NAME ? dkimRecord(keys.publicKey) : undefined);

let server: FakeServer;
let raw = "";

beforeAll(async () => {
  server = await fakeSmtp();
  const dkim = { domain: DOMAIN, selector: "ft", privateKey: keys.privateKey };
  const smtp = createSmtp({ url: server.url, whenUnknown: "give_up", dkim });
  await smtp.send(message, patience());
  raw = server.accepted[0]?.raw ?? "";
  await smtp.close?.();
});
afterAll(() => server.close());

test("a receiver finds the key under the name that is shown, and the signature holds", () => {
  expect(NAME).toBe("ft._domainkey.shop.example.com");
  expect(verifyDkim(raw, dns)).toHaveProperty("covers");
});

test("the signature covers who writes, what about, and how to unsubscribe", () => {
  expect(verifyDkim(raw, dns)).toMatchObject({
    covers: expect.arrayContaining([
      "from",
      "to",
      "subject",
      "message-id",
      "list-unsubscribe",
      "list-unsubscribe-post",
    ]),
  });
});

test("a changed word, a changed unsubscribe address and another key break it", () => {
  expect(verifyDkim(raw.replace("120 ", "220 "), dns)).toEqual({ broken: "body" });
  const moved = raw.replace(
    /^List-Unsubscribe: <https:\/\/follow/m,
    "List-Unsubscribe: <https://other",
  );
  expect(moved).not.toBe(raw);
  expect(verifyDkim(moved, dns)).toEqual({ broken: "signature" });
  const other = dkimRecord(newDkimKeys().publicKey);
  expect(verifyDkim(raw, () => other)).toEqual({ broken: "signature" });
  expect(verifyDkim(raw, () => undefined)).toEqual({ broken: "no key" });
});
