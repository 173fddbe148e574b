import { expect, test } from "vitest";
import { reachedBy } from "./reached";

test("somebody with only a webhook is reached by it, not by a device", () => {
  const hook = { channel: "webhook", address: "https://example.com/hook" } as const;
  expect(reachedBy([hook, { ...hook, address: "https://example.com/other" }])).toEqual({
    written: [],
    others: ["webhook"],
  });
});

test("an email address stands before a phone number, whichever is newer", () => {
  const points = [
    { channel: "sms", address: "+49301234567" },
    { channel: "push", address: "{}" },
    { channel: "email", address: "ada@example.com" },
  ] as const;
  expect(reachedBy(points)).toEqual({
    written: ["ada@example.com", "+49301234567"],
    others: ["push"],
  });
});
