import { describe, expect, it } from "vitest";
import { FIELDS_MAX, REDACTED, seenEvent } from "./seen-event";

describe("seenEvent", () => {
  it("names every field with its newest example and how often it was missing", () => {
    const latest = [
      { id: 7, customer: { name: "Maria" } },
      { id: 6, customer: { name: null } },
      { id: 5, due: "2025-12-12" },
    ];
    expect(seenEvent("invoice.created", latest)).toEqual({
      name: "invoice.created",
      count: 3,
      fields: [
        { path: "data.customer.name", example: "Maria", missing: 2, of: 3 },
        { path: "data.due", example: "2025-12-12", missing: 2, of: 3 },
        { path: "data.id", example: 7, missing: 0, of: 3 },
      ],
    });
  });

  it("shows no value that looks like a secret", () => {
    const data = {
      password: "hunter2",
      apiKey: "abc",
      note: "Bearer abc",
      link: "https://x.example/?token=abc",
      jwt: "eyJhbGciOi.eyJzdWIiOi.c2ln",
      nested: { key: "sk_live_1234567890abcd" },
      list: ["AbCdEf1234567890AbCdEf1234567890"],
      mixed: { deep: { a: { b: { c: { secret: "x" } } } } },
    };
    const { fields } = seenEvent("e", [data]);
    const shown = JSON.stringify(fields);
    for (const secret of ["hunter2", "abc", "sk_live", "AbCdEf", '"x"', "eyJ"]) {
      expect(shown).not.toContain(secret);
    }
    expect(fields.find(({ path }) => path === "data.password")?.example).toBe(REDACTED);
  });

  it("shows ids, dates and words as they are", () => {
    const data = { id: "0191f2a4-7e57-7000-8000-0123456789ab", at: "2025-12-12T09:00:00Z", n: 0 };
    const examples = seenEvent("e", [data]).fields.map(({ example }) => example);
    expect(examples).toEqual([data.at, data.id, 0]);
  });

  it("comes to an end on data that is deep, wide or no object at all", () => {
    const wide = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`f${i}`, i]));
    expect(seenEvent("e", [wide]).fields).toHaveLength(FIELDS_MAX);
    let deep: unknown = 1;
    for (let i = 0; i < 100; i++) deep = { a: deep };
    expect(seenEvent("e", [deep]).fields).toMatchObject([{ path: "data.a.a.a.a.a.a" }]);
    expect(seenEvent("e", [null, 3, [1], "x"]).fields).toEqual([]);
    expect(seenEvent("e", [{ "a.b": 1, "": 2, ok: 3 }]).fields).toHaveLength(1);
  });
});
