import { expect, it } from "vitest";
import { linesOf, type OrgNode, searched } from "./org-node";

const node = (id: string, ...below: OrgNode[]): OrgNode => ({
  id,
  name: id.toUpperCase(),
  href: "/",
  detail: null,
  notes: [],
  below,
});
const tree = [node("a", node("b", node("c")), node("d")), node("e")];

it("lines say where they stand, and those below a closed one are not there", () => {
  expect(
    linesOf(tree, (id) => id === "b").map(({ node: { id }, level, place, size, above }) =>
      [id, level, place, size, above].join(" "),
    ),
  ).toEqual(["a 1 1 2 ", "b 2 1 2 a", "d 2 2 2 a", "e 1 2 2 "]);
});

it("a search leaves the way down to a hit, and what is below it", () => {
  const ids = (words: string) =>
    linesOf(searched(tree, words), () => false).map(({ node: { id } }) => id);
  expect(ids(" B ")).toEqual(["a", "b", "c"]);
  expect(ids("")).toHaveLength(5);
  expect(ids("nobody")).toEqual([]);
});
