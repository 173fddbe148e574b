import { describe, expect, test } from "vitest";
import { bodyDraft, bodyOf, headerDrafts, headersOf } from "./call-draft";

describe("a call's headers and body", () => {
  test.each([undefined, "a {{ data.x }}", {}, { id: "{{ data.id }}", list: [1, null] }])(
    "the body %j comes back from its draft",
    (body) => {
      expect(bodyOf(bodyDraft(body))).toEqual({ value: body });
    },
  );

  test.each(["{", "[1]", "3", "null", ""])("%s is no JSON object, so it is unfinished", (text) => {
    expect(bodyOf({ kind: "json", text })).toBeNull();
  });

  test("headers come back, none is no field, and a name twice or with a space is unfinished", () => {
    const headers = { "X-Key": "1", accept: "" };
    expect(headersOf(headerDrafts(headers))).toEqual({ value: headers });
    expect(headersOf([])).toEqual({ value: undefined });
    expect(headersOf([{ name: "a b", value: "" }])).toBeNull();
    expect(
      headersOf([
        { name: "A", value: "" },
        { name: "a", value: "" },
      ]),
    ).toBeNull();
  });
});
