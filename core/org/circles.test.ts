import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circleText, refusedByCircle } from "./circles";

const refused = (changes: Record<string, string | null>, stored: Record<string, string> = {}) =>
  Object.fromEntries(refusedByCircle(new Map(Object.entries(changes)), (id) => stored[id] ?? null));

describe("changes that would put somebody above themself", () => {
  it("are refused with the way round, whether it was there or comes with them", () => {
    expect(refused({ ana: "ben" }, { ben: "ana" })).toEqual({ ana: ["ana", "ben"] });
    expect(refused({ ana: "ben", ben: "ana" })).toEqual({
      ana: ["ana", "ben"],
      ben: ["ben", "ana"],
    });
    expect(refused({ ana: "ana" })).toEqual({ ana: ["ana"] });
  });

  it("count after all of them: a circle that another change opens is none", () => {
    expect(refused({ ana: "ben", ben: null }, { ben: "ana" })).toEqual({});
    expect(refused({ ana: "ben", ben: "cy" }, { ben: "ana" })).toEqual({});
  });

  it("are looked at again when one is refused, since its old place holds then", () => {
    // Ana would leave Ben for Cy; she cannot, so Ben cannot come under her either.
    expect(
      Object.keys(refused({ ana: "cy", cy: "ana", ben: "ana" }, { ana: "ben" })).sort(),
    ).toEqual(["ana", "ben", "cy"]);
  });

  it("are not those that merely lead into a circle that was there before", () => {
    expect(refused({ dee: "ana" }, { ana: "ben", ben: "ana" })).toEqual({});
  });

  it("leave no new circle behind, and refuse nothing where there is none", () => {
    const id = fc.integer({ min: 0, max: 12 }).map(String);
    const tree = fc
      .array(fc.nat(), { minLength: 13, maxLength: 13 })
      .map((ns) => new Map(ns.map((n, i) => [String(i), i === 0 ? null : String(n % i)])));
    fc.assert(
      fc.property(tree, fc.array(fc.tuple(id, fc.option(id))), (stored, pairs) => {
        const changes = new Map(pairs);
        const bad = refusedByCircle(changes, (one) => stored.get(one) ?? null);
        const after = new Map(stored);
        for (const [one, above] of changes) if (!bad.has(one)) after.set(one, above);
        for (const one of after.keys()) {
          let at: string | null = one;
          for (let steps = 0; at !== null; steps++) {
            expect(steps).toBeLessThan(14);
            at = after.get(at) ?? null;
          }
        }
        for (const [one, circle] of bad) expect(circle[0]).toBe(one);
      }),
    );
  });
});

it("a circle is said in names, a long one in its beginning", () => {
  const name = (id: string) => id.toUpperCase();
  expect(circleText(["a", "b"], name, "reports to")).toBe("A reports to B, who reports to A");
  expect(circleText(["a"], name, "belongs to")).toBe("A belongs to A");
  const long = Array.from({ length: 30 }, (_, i) => `p${i}`);
  expect(circleText(long, name, "reports to").length).toBeLessThan(160);
});
