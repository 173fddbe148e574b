import { expect, it } from "vitest";
import { jsonProblem } from "./json-problem";

it.each([
  ["", { kind: "empty", line: 1, column: 1 }],
  ['{"a": }', { kind: "value", line: 1, column: 7, found: "}" }],
  ['{\n  "a": 1,\n}', { kind: "key", line: 3, column: 1, found: "}" }],
  ["{\n  a: 1\n}", { kind: "key", line: 2, column: 3, found: "a" }],
  ['{"a" 1}', { kind: "colon", line: 1, column: 6 }],
  ['{"a": 1 "b": 2}', { kind: "comma", line: 1, column: 9 }],
  ['{"a": "b}', { kind: "string", line: 1, column: 7 }],
  ['{"a": 012}', { kind: "number", line: 1, column: 8 }],
  ['{"a": 1', { kind: "end", line: 1, column: 8, found: "" }],
  ["{} {}", { kind: "after", line: 1, column: 4 }],
  ["{'a': 1}", { kind: "key", line: 1, column: 2, found: "'" }],
])("names the place where %j breaks", (text, problem) => {
  expect(jsonProblem(text)).toMatchObject(problem);
});

it("agrees with the parser about what is JSON", () => {
  const texts = [
    '{"a":[1,2.5e-3,-0,{"b":null}],"c":"\\u00e4\\n"}',
    " [] ",
    '"x"',
    "true",
    "-",
    "1.",
    "[1,]",
    '{"a":"\n"}',
    "nul",
    "01",
    "[1 2]",
  ];
  for (const text of texts) {
    let isJson = true;
    try {
      JSON.parse(text);
    } catch {
      isJson = false;
    }
    expect([text, jsonProblem(text) === null]).toEqual([text, isJson]);
  }
});
