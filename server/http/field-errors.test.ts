import { expect, it } from "vitest";
import { z } from "zod";
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

it("writes places in lists as numbers", () => {
  const schema = z.object({ body: z.object({ list: z.array(z.object({ n: z.int() })) }) });
  expect(errorsOf(schema, { body: { list: [{ n: 1 }, { n: "2" }] } })[0]?.path).toBe("list.1.n");
});
