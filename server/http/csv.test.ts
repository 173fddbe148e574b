import { expect, test } from "vitest";
import { parseCsvLines } from "@/server/people/parse-csv";
import { csvLine, csvResponse, readCell } from "./csv";

test("a cell that a spreadsheet would run is given as text, a number stays one", () => {
  expect(csvLine(["=1+1", "@cmd", "-2", -2, "a", null])).toBe("'=1+1,'@cmd,'-2,-2,a,\r\n");
});

test("commas, quotes and line ends stay inside their cell", () => {
  expect(csvLine(['say "no"', "a,b", "one\ntwo"])).toBe('"say ""no""","a,b","one\ntwo"\r\n');
});

test("a file is sent line by line under its name, marked as UTF-8 for spreadsheets", async () => {
  async function* lines() {
    yield csvLine(["a"]);
    yield csvLine(["b"]);
  }
  const response = csvResponse("cases.csv", lines());
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="cases.csv"');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.toString("utf8")).toBe("\uFEFFa\r\nb\r\n");
});

test("a line comes back as it went, whatever is in the cells", () => {
  const cells = ["=1", "it's", 'say "hi"', "a, b", "two\nlines", "", "'quoted'", "Ünï", "\tx"];
  const [row] = parseCsvLines(csvLine(cells), ",");
  expect(row?.cells.map(readCell)).toEqual(cells);
});
