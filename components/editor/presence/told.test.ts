import { expect, test } from "vitest";
import { toldOf } from "./told";

const ana = { id: "ana", name: "Ana" };
const ben = { id: "ben", name: "Ben" };
const cy = { id: "cy", name: "Cy" };
const asAna = (
  before: typeof ana | null,
  after: typeof ana | null,
  handedTo: string | null = null,
) => toldOf(before, after, { me: "ana", handedTo });

test("whoever begins to write, or pauses, is told nothing about it", () => {
  expect(asAna(null, ana)).toBeNull();
  expect(asAna(ana, null)).toBeNull();
});

test("a draft that comes from another is given, one that the other left is free", () => {
  expect(asAna(ben, ana)).toEqual({ what: "given" });
  expect(asAna(ben, null)).toEqual({ what: "free" });
});

test("a draft that goes to the one it was handed to is handed, to any other it is taken", () => {
  expect(asAna(ana, ben, "ben")).toEqual({ what: "handed", name: "Ben" });
  expect(asAna(ana, cy, "ben")).toEqual({ what: "taken", name: "Cy" });
  expect(asAna(ana, ben)).toEqual({ what: "taken", name: "Ben" });
});

test("who did not write reads on, whoever writes", () => {
  expect(asAna(null, ben)).toEqual({ what: "reading", name: "Ben" });
  expect(asAna(ben, cy)).toEqual({ what: "reading", name: "Cy" });
});
