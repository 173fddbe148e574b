import { expect, test } from "vitest";
import { pushAddress } from "@/core/delivery/push-address";
import { messageEvidence } from "./message-evidence";

const keys = { p256dh: `B${"a".repeat(86)}`, auth: "c".repeat(22) };
const browser = pushAddress({ endpoint: "https://push.example.com/send/one", keys });

test("the evidence of a push message names the browser without its keys", () => {
  const shown = messageEvidence({
    channel: "push",
    params: {},
    evidence: { addresses: [{ address: browser, verified: true }] },
    template: "reminder",
    step: "first",
    topic: null,
    providerMessageId: null,
  });
  expect(shown).toEqual({
    addresses: [{ address: "push.example.com …/one", verified: true }],
    template: "reminder",
    step: "first",
  });
});
