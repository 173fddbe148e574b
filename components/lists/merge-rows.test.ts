import { describe, expect, it } from "vitest";
import { keptFrom, leftOut, mergeRows, patchRows } from "./merge-rows";

const row = (id: string, print = "1") => ({ id, print });
const rows = (ids: string) => [...ids].map((id) => row(id));
const ids = (shown: readonly { id: string }[]) => shown.map(({ id }) => id).join("");

describe("a list on the screen", () => {
  it("keeps its rows where they are when new ones arrive above them", () => {
    const kept = mergeRows(keptFrom("k", rows("cba")), "k", rows("fedcba"));
    expect([ids(kept.shown), kept.waiting]).toEqual(["cba", 3]);
  });

  it("counts the same new rows once, however often they are sent", () => {
    const once = mergeRows(keptFrom("k", rows("cba")), "k", rows("dcba"));
    expect(mergeRows(once, "k", rows("dcba")).waiting).toBe(1);
  });

  it("keeps a row that matches no longer, and says that it was left out", () => {
    const kept = mergeRows(keptFrom("k", rows("cba")), "k", rows("ca"));
    expect([ids(kept.shown), leftOut(kept), kept.waiting]).toEqual(["cba", ["b"], 0]);
  });

  it("puts what moved up from the next page at its end, and does not call it new", () => {
    const kept = mergeRows(keptFrom("k", rows("cb")), "k", rows("ba"));
    expect([ids(kept.shown), kept.waiting]).toEqual(["cba", 0]);
  });

  it("counts a change of a row only when it shows something else", () => {
    const once = mergeRows(keptFrom("k", rows("ba")), "k", [row("b", "2"), row("a")]);
    const twice = mergeRows(once, "k", [row("b", "3"), row("a")]);
    expect([...twice.changes]).toEqual([["b", 2]]);
    expect(patchRows(twice, [row("b", "3")]).changes.get("b")).toBe(2);
  });

  it("begins anew under another filter", () => {
    const kept = mergeRows(keptFrom("k", rows("ba")), "other", rows("dc"));
    expect([ids(kept.shown), kept.waiting]).toEqual(["dc", 0]);
  });

  it("lets the first rows of an empty list wait to be asked for", () => {
    const kept = mergeRows(keptFrom("k", rows("")), "k", rows("ba"));
    expect([ids(kept.shown), kept.waiting]).toEqual(["", 2]);
  });
});
