import { expect, it } from "vitest";
import { parseCsv } from "./parse-csv";
import { peopleFromCsv } from "./people-from-csv";

it("keeps commas, line ends and quotes inside quotes", () => {
  expect(parseCsv('a,"b, c","d\r\ne","say ""hi"""\n')).toEqual([
    ["a", "b, c", "d\r\ne", 'say "hi"'],
  ]);
});

it("reads every kind of line end and leaves out empty lines", () => {
  expect(parseCsv("a,b\r\n1,2\n\n3,4\r5,6")).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ]);
});

it("keeps empty cells, also at the end", () => {
  expect(parseCsv("a,,\n,,c")).toEqual([
    ["a", "", ""],
    ["", "", "c"],
  ]);
});

it.each([
  ['a\n"b', "line 2: a quote that never ends"],
  ['a"b', "line 1: a quote inside"],
  ['"a"b', "line 1: text after"],
])("says where %j is broken", (text, message) => {
  expect(() => parseCsv(text)).toThrow(message);
});

it("makes people of rows: empty cells are absent, dotted columns are nested", () => {
  expect(peopleFromCsv("id,name,attributes.plan,location.city\np1,,gold,\n")).toEqual([
    { id: "p1", attributes: { plan: "gold" } },
  ]);
});

it("shows a cell without a column as a field nobody knows", () => {
  expect(peopleFromCsv("id\np1,extra")).toEqual([{ id: "p1", "column 2": "extra" }]);
});
