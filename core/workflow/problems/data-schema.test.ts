import { describe, expect, it } from "vitest";
import { unknownField } from "./data-schema";

const schema = {
  type: "object",
  properties: {
    number: { type: "integer" },
    customer: { $ref: "#/$defs/person" },
    items: { type: "array", items: { type: "object", properties: { price: { type: "number" } } } },
    extra: { type: "object" },
    labels: { type: "object", properties: { a: {} }, additionalProperties: { type: "string" } },
    either: { anyOf: [{ properties: { left: {} } }, { properties: { right: {} } }] },
  },
  $defs: { person: { type: "object", properties: { id: { type: "string" } } } },
};

describe("unknownField", () => {
  it("knows the fields of objects, of references, of lists and of combinations", () => {
    const known = [
      "number",
      "customer.id",
      "items[0].price",
      "items.0.price",
      "items[].price",
      "either.left",
      "either.right",
    ];
    for (const path of known) expect(unknownField(schema, path)).toBeNull();
  });

  it("names the field that is not there, with its neighbours", () => {
    expect(unknownField(schema, "customer.idd")).toEqual({
      path: "customer.idd",
      known: ["customer.id"],
    });
    expect(unknownField(schema, "items[0].prize")?.known).toEqual(["items.0.price"]);
    expect(unknownField(schema, "numbr")?.known).toContain("number");
    expect(unknownField(schema, "number.digits")?.path).toBe("number.digits");
  });

  it("leaves open what the schema leaves open", () => {
    for (const path of ["extra.anything.at.all", "labels.any", "items.size", "items.first.price"]) {
      expect(unknownField(schema, path)).toBeNull();
    }
    expect(unknownField({}, "anything")).toBeNull();
  });

  it("comes to an end on a schema that refers to itself", () => {
    expect(unknownField({ $ref: "#" }, "a.b.c")).toBeNull();
  });
});
