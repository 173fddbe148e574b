import { expect, test } from "vitest";
import type { InboxPreferences } from "@/core/contracts/inbox";
import { anaTest } from "./testing";

const { call } = anaTest();

test("are shown, changed one at a time, and lead to the person's own page", async () => {
  const before = await call("GET", "/preferences");
  const shown = before.json as unknown as InboxPreferences;
  expect(shown).toMatchObject({
    pausedUntil: null,
    topics: [{ key: "billing", required: false }],
  });
  expect(shown.url).toContain("http://followthrough.test/p/");
  const off = { topic: "billing", channel: "in_app", on: false };
  const { json } = await call("PUT", "/preferences", off);
  const [topic] = (json as unknown as InboxPreferences).topics;
  expect(topic?.channels).toContainEqual({ channel: "in_app", on: false, reachable: true });
  const wrong = await call("PUT", "/preferences", { topic: "none", frequency: "off" });
  expect(wrong.status).toBe(422);
});
