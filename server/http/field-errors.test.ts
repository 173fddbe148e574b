import { expect, it } from "vitest";
import { z } from "zod";
import { ReassignInput } from "@/core/contracts/cases";
import { MomentText } from "@/core/contracts/fields";
import { fieldErrors } from "./field-errors";

const errorsOf = (schema: z.ZodType, value: unknown) =>
  fieldErrors(schema.safeParse(value).error?.issues ?? []);

it("names every unknown field by its own path", () => {
  const schema = z.object({ body: z.strictObject({ a: z.strictObject({}) }) });
  expect(errorsOf(schema, { body: { a: { x: 1, y: 2 } } })).toEqual([
    { path: "a.x", message: "unknown field" },
    { path: "a.y", message: "unknown field" },
  ]);
});

it("speaks of the shape that was meant when several are possible", () => {
  const schema = z.object({ who: z.union([z.string(), z.strictObject({ age: z.int() })]) });
  expect(errorsOf(schema, { who: { age: "old" } }).map((error) => error.path)).toEqual(["who.age"]);
});

it("keeps the union's own words when no shape was meant", () => {
  const schema = z.object({
    who: z.union([z.string(), z.strictObject({})], { error: "an id or a person" }),
  });
  expect(errorsOf(schema, { who: 7 })).toEqual([{ path: "who", message: "an id or a person" }]);
});

it("names both ways of a union when neither was begun", () => {
  const schema = z.object({ body: ReassignInput });
  expect(errorsOf(schema, { body: {} })).toEqual([
    { path: "", message: "give either personId or team" },
  ]);
  expect(errorsOf(schema, { body: { team: 5 } })).toEqual([
    { path: "team", message: "must be a text" },
  ]);
});

it.each([
  [z.string(), undefined, "is required"],
  [z.string(), 7, "must be a text"],
  [z.array(z.string()).min(1), [], "needs at least 1 entry"],
  [z.string().max(3), "four", "takes at most 3 characters"],
  [z.int().min(1), 0, "must be at least 1"],
  [z.uuid(), "C-1", "must be an id (UUID)"],
  [MomentText, "tomorrow", "must be a moment such as 2026-11-23T09:00:00Z"],
  [z.enum(["open", "closed"]), "ajar", "must be one of open, closed"],
  [z.string("a name of yours"), undefined, "a name of yours"],
])("says one sentence, its own, of one place (%#)", (schema, value, message) => {
  expect(
    errorsOf(z.object({ body: z.object({ field: schema }) }), { body: { field: value } }),
  ).toEqual([{ path: "field", message }]);
});

it("writes places in lists as numbers", () => {
  const schema = z.object({ body: z.object({ list: z.array(z.object({ n: z.int() })) }) });
  expect(errorsOf(schema, { body: { list: [{ n: 1 }, { n: "2" }] } })[0]?.path).toBe("list.1.n");
});
