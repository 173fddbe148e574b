import { expect, test } from "vitest";
import { csvLine } from "./csv";

test("quotes, commas and line breaks stay inside their field", () => {
  expect(csvLine(["a", 'say "b"', "c, d", "e\nf"])).toBe('a,"say ""b""","c, d","e\nf"\r\n');
});

test("nothing a spreadsheet would run as a formula leaves as one", () => {
  expect(csvLine(["=1+1", "@x", "-2", "plain"])).toBe("'=1+1,'@x,'-2,plain\r\n");
});
