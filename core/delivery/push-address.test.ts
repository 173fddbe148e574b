import { expect, test } from "vitest";
import {
  browserOf,
  PushSubscription,
  plainAddress,
  pushAddress,
  readPushAddress,
} from "./push-address";

const keys = { p256dh: `B${"a".repeat(86)}`, auth: "c".repeat(22) };
const endpoint = "https://push.example.com/send/one";

test("the same browser is the same address, whatever else its JSON holds", () => {
  const given = { keys: { auth: `${keys.auth}==`, p256dh: `${keys.p256dh}=` }, endpoint };
  const subscription = PushSubscription.parse({ expirationTime: null, ...given });
  expect(pushAddress(subscription)).toBe(pushAddress({ endpoint, keys }));
  expect(readPushAddress(pushAddress(subscription))).toEqual({ endpoint, keys });
});

test("what is no subscription is read as none", () => {
  const none = [
    "",
    "a token",
    "[]",
    JSON.stringify({ endpoint }),
    JSON.stringify({ endpoint: "javascript:1", keys }),
    JSON.stringify({ endpoint, keys: { ...keys, auth: "short" } }),
    JSON.stringify({ endpoint, keys: { ...keys, p256dh: "!".repeat(87) } }),
    JSON.stringify({ endpoint: `${endpoint}${"x".repeat(1_500)}`, keys }),
  ];
  for (const address of none) expect(readPushAddress(address)).toBeNull();
});

test("a browser is told by its push service and the end of its address, never by its keys", () => {
  expect(browserOf(pushAddress({ endpoint, keys }))).toEqual({
    service: "push.example.com",
    end: "/one",
  });
  expect(browserOf("a token")).toBeNull();
});

test("a file names the browser and no key, even where an address cannot be read", () => {
  expect(plainAddress("push", pushAddress({ endpoint, keys }))).toBe("push.example.com …/one");
  expect(plainAddress("push", JSON.stringify({ keys }))).toBe("");
  expect(plainAddress("email", "ada@example.com")).toBe("ada@example.com");
});
