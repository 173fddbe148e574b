import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { newSigningSecret, SIGNING_SECRET } from "./signing-secret";

test("whatever is taken for a secret can be verified with", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), (bytes) => {
      const secret = `whsec_${randomBytes(bytes).toString("base64")}`;
      expect(secret).toMatch(SIGNING_SECRET);
      expect(() => new Webhook(secret)).not.toThrow();
    }),
  );
});

test("a new secret is one, and no other", () => {
  expect(newSigningSecret()).toMatch(SIGNING_SECRET);
  expect(newSigningSecret()).not.toBe(newSigningSecret());
});

test.each([
  "",
  "whsec_",
  "whsec_a",
  "whsec_abc",
  "whsec_abcd=",
  "whsec_ab-_",
  "abcd",
  "whsec_abcd\n",
])("%j is none", (text) => {
  expect(text).not.toMatch(SIGNING_SECRET);
});
