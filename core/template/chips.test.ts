import fc from "fast-check";
import { expect, test } from "vitest";
import { chipsIn } from "./chips";

const known = [{ path: "data.total", example: 1 }];
const kinds = (text: string) => chipsIn(text, known).map(({ kind }) => kind);

test("values, those that do not exist, and what decides are told apart from words", () => {
  expect(kinds('Pay {{ data.total | money: "EUR" }} by {{ data.day }}.')).toEqual(
    "words value words unknown words".split(" "),
  );
  expect(kinds("{% if data.total %}{{ data.total }}{% endif %}")).toEqual(
    "logic value logic".split(" "),
  );
  expect(kinds("{% for item in data.list %}{{ item }}{% endfor %}")).toEqual(
    "logic value logic".split(" "),
  );
  expect(kinds("half {{ data")).toEqual(["words"]);
});

test("the parts are the text, whatever it is", () => {
  const piece = fc.constantFrom("{{", "}}", "{%", "%}", " data.total ", "\n", "|", "ü", '"');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      expect(
        chipsIn(text, known)
          .map((chip) => chip.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
