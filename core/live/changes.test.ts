import { expect, test } from "vitest";
import { changesIn, changesOf, countChanges, mergeChanges, PATCHES_MAX } from "./changes";
import { topicsIn } from "./topics";

const cases = (...ids: string[]) => ({ cases: ids.map((id) => ({ id, rev: 2 })) });

test("a thing that changed twice is named once, as it stands last", () => {
  const before = { cases: [{ id: "a", rev: 2, fields: { status: "open", owner: "max" } }] };
  const after = { cases: [{ id: "a", rev: 3, fields: { status: "resolved" } }] };
  expect(mergeChanges(before, after)).toEqual({
    cases: [{ id: "a", rev: 3, fields: { status: "resolved", owner: "max" } }],
  });
});

test("what is new stays new when it changes again before anybody looked", () => {
  const opened = { cases: [{ id: "a", rev: 1, isNew: true as const }] };
  const merged = mergeChanges(opened, cases("a"));
  expect(merged).toEqual({ cases: [{ id: "a", rev: 2, isNew: true }] });
  expect(countChanges(merged.cases ?? [])).toEqual({ created: 1, updated: 0 });
});

test("more patches than can be kept are many, and many stays many", () => {
  const half = Array.from({ length: PATCHES_MAX }, (_, i) => `${i}`);
  const full = mergeChanges({}, cases(...half));
  expect(full.cases).toHaveLength(PATCHES_MAX);
  const many = mergeChanges(full, cases("one more"));
  expect(many).toEqual({ cases: "many" });
  expect(mergeChanges(many, cases("a"))).toEqual({ cases: "many" });
});

test("topics are kept apart", () => {
  const merged = mergeChanges(cases("a"), { messages: "many" });
  expect(merged).toEqual({ ...cases("a"), messages: "many" });
  expect(changesOf(merged, ["messages"])).toEqual({ messages: "many" });
  expect(changesOf(merged, ["events"])).toBeNull();
});

test("what crossed a wire comes out as it went in, and anything else as nothing", () => {
  const changes = {
    cases: [{ id: "a", rev: 1, isNew: true as const, fields: { status: "open" } }],
    messages: "many" as const,
  };
  expect(changesIn(JSON.stringify(changes))).toEqual(changes);
  for (const text of ["", "null", "{", '{"cases":"some"}', '{"cases":[{"id":1,"rev":2}]}']) {
    expect(changesIn(text)).toBeNull();
  }
  expect(changesIn('{"secrets":"many"}')).toEqual({});
});

test("a list of topics with an unknown one is no list of topics", () => {
  expect(topicsIn("messages,cases,cases")).toEqual(["cases", "messages"]);
  expect(topicsIn("cases,secrets")).toBeNull();
  expect(topicsIn("")).toBeNull();
});
