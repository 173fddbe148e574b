import { expect, it } from "vitest";
import type { ReachInput } from "./gate-input";
import { reaches } from "./reaches";

const GOOD = { address: "+4915112345678", verified: true, suppressed: null };
const input = (changes: Partial<ReachInput> = {}): ReachInput => ({
  message: { personId: "mara", channel: "sms", request: { audience: "person" } },
  topic: { key: "billing", required: false, defaultChannels: [] },
  preference: null,
  isLastReminder: false,
  consent: null,
  addresses: [GOOD],
  ...changes,
});
const off = { channels: { sms: false }, frequency: "as_it_happens" as const, digestAt: null };
const required = { key: "billing", required: true, defaultChannels: [] };

it("a channel with a good address, agreed to and on for the topic reaches its person", () => {
  expect(reaches(input())).toBe(true);
});

it("no address, none that is verified, or one that bounced does not reach", () => {
  const suppressed = { reason: "bounced", at: 0 };
  expect(reaches(input({ addresses: [] }))).toBe(false);
  expect(reaches(input({ addresses: [{ ...GOOD, verified: false }] }))).toBe(false);
  expect(reaches(input({ addresses: [{ ...GOOD, suppressed }] }))).toBe(false);
});

it("a withdrawn consent does not reach, also of a required topic", () => {
  expect(reaches(input({ consent: false }))).toBe(false);
  expect(reaches(input({ consent: false, topic: required }))).toBe(false);
});

it("a channel that is off for the topic does not reach, unless the topic is required", () => {
  expect(reaches(input({ preference: off }))).toBe(false);
  expect(reaches(input({ preference: off, topic: required }))).toBe(true);
});
