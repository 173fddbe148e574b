import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFilters, writeFilters } from "./address";
import { checkedFilter, type Filter, type FilterField, opsOf } from "./field";
import { momentRange } from "./moment-range";
import { formatTyped, parseTyped } from "./typed";

const FIELDS: readonly FilterField[] = [
  { name: "state", kind: "choice", choices: ["open", "resolved"], formerly: ["status"] },
  { name: "team", kind: "choice", optional: true },
  { name: "version", kind: "number" },
  { name: "due", kind: "moment", toward: "ahead", optional: true },
  { name: "opened", kind: "moment", toward: "ago" },
  { name: "q", kind: "words" },
];

const word = fc
  .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const moment = fc.oneof(
  fc.constant("now"),
  fc
    .tuple(fc.integer({ min: -999, max: 999 }), fc.constantFrom("h", "d", "w"))
    .map((a) => a.join("")),
  fc.constant("2026-12-01"),
);
const aValue = (field: FilterField) =>
  field.kind === "moment"
    ? moment
    : field.kind === "number"
      ? fc.nat({ max: 999_999_999 }).map(String)
      : field.choices
        ? fc.constantFrom(...field.choices)
        : fc.oneof(
            word,
            fc.constantFrom("lt:2d", "a,b", 'say "no"', "back\\slash", "not:x", "<2d"),
          );

/** Filters in the order of the fields, as an address gives them back. */
const filters = fc
  .tuple(
    ...FIELDS.map((field) =>
      fc
        .tuple(fc.constantFrom(...opsOf(field)), fc.array(aValue(field), { maxLength: 4 }))
        .map(([op, values]) => checkedFilter(field, op, values)),
    ),
  )
  .map((some) => some.filter((filter): filter is Filter => filter !== null));

describe("filters", () => {
  it("are the same after they were written into an address and read back", () => {
    fc.assert(
      fc.property(filters, (given) => {
        const search = new URLSearchParams(writeFilters(FIELDS, given));
        const params = Object.fromEntries(
          [...new Set(search.keys())].map((name) => [name, search.getAll(name)]),
        );
        expect(readFilters(FIELDS, params)).toEqual(given);
      }),
    );
  });

  it("are the same after they were written as typed text and read back", () => {
    fc.assert(
      fc.property(filters, (given) => {
        expect(parseTyped(FIELDS, formatTyped(FIELDS, given))).toEqual({
          filters: given,
          problems: [],
        });
      }),
    );
  });

  it("are read from whatever somebody types without an error", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        for (const { values } of parseTyped(FIELDS, typed).filters) {
          expect(values.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("are read from the line a person would type", () => {
    const { filters: read } = parseTyped(
      FIELDS,
      'due:<2d team:billing,"Accounts, old" -state:resolved login fails "at night"',
    );
    expect(read).toEqual([
      { field: "due", op: "lt", values: ["2d"] },
      { field: "team", op: "is", values: ["billing", "Accounts, old"] },
      { field: "state", op: "not", values: ["resolved"] },
      { field: "q", op: "is", values: ["login fails at night"] },
    ]);
  });

  it("tell of a value the field does not know, and take an unknown field for words", () => {
    const { filters: read, problems } = parseTyped(FIELDS, "state:broken colour:red");
    expect(problems).toEqual([{ text: "state:broken", field: "state" }]);
    expect(read).toEqual([{ field: "q", op: "is", values: ["colour:red"] }]);
  });

  it("tells words that no field of the list takes, instead of showing everything", () => {
    const wordless = FIELDS.filter(({ kind }) => kind !== "words");
    const { filters: read, problems } = parseTyped(wordless, 'acme state:open "gmbh"');
    expect(read).toEqual([{ field: "state", op: "is", values: ["open"] }]);
    expect(problems).toEqual([{ text: "acme gmbh", field: "" }]);
  });

  it("take a value by the name it is shown under", () => {
    const nameOf = (_: FilterField, typed: string) =>
      typed === "Buchhaltung" ? "accounting" : undefined;
    expect(parseTyped(FIELDS, "team:Buchhaltung", nameOf).filters).toEqual([
      { field: "team", op: "is", values: ["accounting"] },
    ]);
  });

  it("leave out of an address what they cannot read, and understand its older names", () => {
    expect(
      readFilters(FIELDS, { status: "open", due: "lt:soon", version: "x", team: "none" }),
    ).toEqual([
      { field: "state", op: "is", values: ["open"] },
      { field: "team", op: "is", values: ["none"] },
    ]);
  });

  it("refuse a day that no calendar has", () => {
    expect(readFilters(FIELDS, { due: "lt:2026-02-30" })).toEqual([]);
  });
});

describe("a moment filter", () => {
  const now = Date.parse("2026-03-10T12:00:00Z");
  const range = (field: string, op: "lt" | "gt", value: string) => {
    const definition = FIELDS.find(({ name }) => name === field);
    if (!definition) throw new Error(field);
    const { before, after } = momentRange(
      { field, op, values: [value] },
      definition,
      now,
      "Europe/Berlin",
    );
    const text = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
    return [text(before), text(after)];
  };

  it("counts ahead of now for what is to come and back from now for what has been", () => {
    expect(range("due", "lt", "2d")).toEqual(["2026-03-12T12:00:00.000Z", null]);
    expect(range("opened", "lt", "2d")).toEqual([null, "2026-03-08T12:00:00.000Z"]);
    expect(range("opened", "gt", "12h")).toEqual(["2026-03-10T00:00:00.000Z", null]);
  });

  it("takes a date for a day in the reader's zone", () => {
    expect(range("due", "lt", "2026-03-10")).toEqual(["2026-03-09T23:00:00.000Z", null]);
    expect(range("due", "gt", "2026-03-10")).toEqual([null, "2026-03-10T22:59:59.999Z"]);
  });
});
