import fc from "fast-check";
import { expect, it } from "vitest";
import { gapsOf } from "@/core/workflow/edit/gaps";
import { outlineOf, stepsInOrder } from "@/core/workflow/edit/outline";
import { randomDefinition } from "@/core/workflow/random-definition";
import { layoutOf, type Placed } from "./layout";

const heights = { card: () => 120, start: 120, stops: 80 };

const apart = (a: Placed, b: Placed): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

it("nothing on the canvas overlaps, whatever the workflow", () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const { placed, width } = layoutOf(outlineOf(definition), new Set(), heights);
      const outside = placed.filter((a) => a.x < 0 || a.x + a.width > width);
      const over = placed.flatMap((a, i) =>
        placed.slice(i + 1).flatMap((b) => (apart(a, b) ? [] : [`${a.key} over ${b.key}`])),
      );
      expect([...outside, ...over]).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it("the canvas shows the steps and gaps of the outline, in its order", () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const outline = outlineOf(definition);
      const { placed } = layoutOf(outline, new Set(), heights);
      const of = (type: Placed["type"]) => placed.filter((p) => p.type === type).map((p) => p.key);
      expect(of("step")).toEqual(stepsInOrder(outline).map(({ key }) => key));
      expect(of("gap").toSorted()).toEqual(
        gapsOf(outline)
          .map(({ key }) => key)
          .toSorted(),
      );
    }),
    { numRuns: 60 },
  );
});

it("a collapsed stage takes one line", () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const outline = outlineOf(definition);
      const all = new Set(outline.map(({ key }) => key));
      const { placed } = layoutOf(outline, all, heights);
      expect(placed.map(({ type }) => type)).not.toContain("step");
    }),
    { numRuns: 20 },
  );
});
