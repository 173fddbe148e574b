import { describe, expect, test } from "vitest";
import { Update } from "@/core/workflow/steps/update";
import { attributeDrafts, dueDraft, dueOf, ownerDraft, ownerOf, withAttributes } from "./set-rows";

const set = Update.shape.set.parse({
  priority: "high",
  owner: { team: "billing" },
  "person.attributes.vip": true,
  "person.attributes.plan": "pro",
  "person.attributes.score": 3,
  "person.attributes.old": null,
});

describe("what an update sets", () => {
  test("attributes read and written are the same set", () => {
    expect(withAttributes(set, attributeDrafts(set))).toEqual(set);
    expect(attributeDrafts(set).map(({ kind }) => kind)).toEqual([
      "boolean",
      "text",
      "number",
      "none",
    ]);
  });

  test("taking the attributes away leaves the rest", () => {
    expect(withAttributes(set, [])).toEqual({ priority: "high", owner: { team: "billing" } });
  });

  test.each([
    ["no name", [{ name: "", kind: "text", text: "x" }]],
    ["a name with a space", [{ name: "a b", kind: "text", text: "x" }]],
    [
      "a name twice",
      [
        { name: "a", kind: "text", text: "x" },
        { name: "a", kind: "none", text: "" },
      ],
    ],
    ["a number that is none", [{ name: "a", kind: "number", text: "much" }]],
  ] as const)("%s is unfinished", (_, drafts) => {
    expect(withAttributes(set, drafts)).toBeNull();
  });

  test.each([undefined, null, { team: "billing" }, { personId: "p 1" }])(
    "the owner %j comes back from its draft",
    (owner) => {
      expect(ownerOf(ownerDraft(owner))).toEqual(owner);
    },
  );

  test.each([undefined, "2026-01-31", "2026-01-31T09:00:00Z", { from: "data.due" }])(
    "the due date %j comes back from its draft",
    (dueAt) => {
      expect(dueOf(dueDraft(dueAt))).toEqual(dueAt);
    },
  );
});
