import { expect, it } from "vitest";
import { csvLine, readCell } from "./csv-text";
import { parseCsvLines } from "./parse-csv";

it.each(["=1+1", "+4930123", "-3", "@SUM(A1)", "\tx", "\rx"])(
  "never lets %j run as a formula",
  (text) => {
    const [row] = parseCsvLines(csvLine([text]), ",");
    expect(row?.cells[0]).toBe(`'${text}`);
  },
);

it("comes back as it went, whatever is in the cells", () => {
  const cells = ["=1", "it's", 'say "hi"', "a, b", "two\nlines", "", "'quoted'", "Ünï"];
  const [row] = parseCsvLines(csvLine(cells), ",");
  expect(row?.cells.map(readCell)).toEqual(cells);
});
