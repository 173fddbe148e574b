import { describe, expect, test } from "vitest";
import {
  dataFields,
  exampleAsText,
  exampleOf,
  FIELD_TYPES,
  missingRequired,
  withDataFields,
  withSeenFields,
} from "./data-fields";
import { exampleDefinition } from "./example-definition";

const data = exampleDefinition({
  data: {
    type: "object",
    additionalProperties: false,
    required: ["id", "customer"],
    properties: {
      id: { type: "string", title: "Number", examples: ["I-1"], maxLength: 10 },
      customer: {
        type: "object",
        description: "who pays",
        required: ["id"],
        properties: { id: { type: "string" }, tier: { enum: ["a", "b"] } },
      },
      due: { type: "string", format: "date" },
      lines: { type: "array", items: { type: "object" } },
    },
  },
}).data;

describe("fields of a data schema", () => {
  test("nested ones are read by their path, with type, title, example and whether they are required", () => {
    expect(dataFields(data)).toMatchObject([
      { path: "id", type: "string", title: "Number", example: "I-1", required: true },
      { path: "customer.id", type: "string", required: true },
      { path: "customer.tier", type: null, required: false },
      { path: "due", type: "date" },
      { path: "lines", type: "array" },
    ]);
    expect(dataFields(undefined)).toEqual([]);
  });

  test("what is required and has no value is named, inside records that are there", () => {
    expect(missingRequired(data, {})).toEqual(["data.id", "data.customer"]);
    expect(missingRequired(data, { id: 0, customer: { id: "" } })).toEqual(["data.customer.id"]);
    expect(missingRequired(data, { id: "1", customer: { id: "c" } })).toEqual([]);
    expect(missingRequired({ required: ["constructor", 3] }, {})).toEqual(["data.constructor"]);
    expect(missingRequired(undefined, {})).toEqual([]);
  });

  test("writing what was read changes nothing", () => {
    expect(withDataFields(data, dataFields(data))).toEqual({ data });
    const { data: plain } = exampleDefinition();
    expect(withDataFields(plain, dataFields(plain))).toEqual({ data: plain });
  });

  test("a renamed field keeps what else was said of it", () => {
    const fields = dataFields(data).map((field) =>
      field.path === "id" ? { ...field, path: "number" } : field,
    );
    expect(withDataFields(data, fields)?.data?.properties).toMatchObject({
      number: { type: "string", title: "Number", maxLength: 10 },
    });
  });

  test("another type drops what the older type was limited to, and another example replaces the list", () => {
    const fields = dataFields(data).map((field) =>
      field.path === "id" ? { ...field, type: "integer" as const, example: 4 } : field,
    );
    expect(withDataFields(data, fields)?.data?.properties).toMatchObject({
      id: { type: "integer", title: "Number", examples: [4] },
    });
    expect(JSON.stringify(withDataFields(data, fields))).not.toContain("maxLength");
  });

  test("without fields only what else the schema says is left, or nothing at all", () => {
    expect(withDataFields(data, [])?.data).toEqual({ type: "object", additionalProperties: false });
    expect(withDataFields(exampleDefinition().data, [])).toEqual({ data: undefined });
  });

  test.each([["a b"], [""], ["id"], ["id.x"], ["customer"]])(
    "another field called “%s” is refused",
    (path) => {
      const field = {
        path,
        type: null,
        title: null,
        example: undefined,
        required: false,
        was: null,
      };
      expect(withDataFields(data, [...dataFields(data), field])).toBeNull();
    },
  );

  test("seen fields are added with their type and example; required is what no event lacked", () => {
    const seen = [
      { path: "data.id", example: "I-9", missing: 0, of: 3 },
      { path: "data.due", example: "2025-12-12", missing: 0, of: 3 },
      { path: "data.lines", example: "none", missing: 0, of: 3 },
      { path: "data.amount", example: 12.5, missing: 0, of: 3 },
      { path: "data.at", example: "2025-12-12T10:00:00Z", missing: 1, of: 3 },
      { path: "data.place.city", example: "Rome", missing: 0, of: 3 },
    ];
    const fields = withSeenFields(dataFields(data), seen);
    expect(fields.slice(0, 5).map(({ example }) => example)).toEqual([
      "I-1",
      undefined,
      undefined,
      "2025-12-12",
      undefined,
    ]);
    expect(fields.slice(5)).toMatchObject([
      { path: "amount", type: "number", example: 12.5, required: true },
      { path: "at", type: "date-time", required: false },
      { path: "place.city", type: "string" },
    ]);
    expect(withDataFields(data, fields)?.data?.properties).toMatchObject({
      place: { type: "object", properties: { city: { type: "string", examples: ["Rome"] } } },
    });
  });

  test("examples read from their own text, and a text that does not fit its type is refused", () => {
    const values: Record<(typeof FIELD_TYPES)[number], unknown> = {
      string: "12",
      number: 1.5,
      integer: 3,
      boolean: false,
      date: "2025-12-12",
      "date-time": "2025-12-12T10:00:00Z",
      array: [1, "a"],
      object: { a: null },
    };
    for (const type of FIELD_TYPES) {
      expect(exampleOf(exampleAsText(values[type], type), type)).toEqual({ value: values[type] });
      if (type !== "string") expect([type, exampleOf("what", type)]).toEqual([type, null]);
    }
    expect(exampleOf(exampleAsText("12", null), null)).toEqual({ value: "12" });
    expect(exampleOf(" ", "number")).toEqual({ value: undefined });
  });
});
