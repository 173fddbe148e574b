import fc from "fast-check";
import { expect, test } from "vitest";
import { pathValue } from "@/core/condition/path";

const scope = { data: { customer: { id: "c1" }, items: [{ price: 3 }], zero: 0, none: null } };

test.each([
  ["data.customer.id", "c1"],
  ["data.items.0.price", 3],
  ["data.zero", 0],
  ["data.none", null],
  ["data.none.x", undefined],
  ["data.absent.x", undefined],
  ["data.items.length", undefined],
  ["data.items.-1", undefined],
  ["data.constructor", undefined],
  ["data.__proto__.toString", undefined],
  ["data.customer.id.length", undefined],
  ["", undefined],
])("the value at %s is %s", (path, value) => {
  expect(pathValue(scope, path)).toBe(value);
});

test("no path reaches a function or throws", () => {
  const parts = fc.constantFrom("data", "items", "0", "constructor", "__proto__", "toString", "a");
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), fc.jsonValue(), (path, json) => {
      expect(typeof pathValue({ data: json }, path.join("."))).not.toBe("function");
    }),
  );
});
