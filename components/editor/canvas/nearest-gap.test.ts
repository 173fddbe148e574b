import fc from "fast-check";
import { expect, it } from "vitest";
import { outlineOf } from "@/core/workflow/edit/outline";
import { randomDefinition } from "@/core/workflow/random-definition";
import { layoutOf } from "./layout";
import { gapNear } from "./nearest-gap";

const heights = { card: () => 120, start: 120, stops: 80 };

it("a step dragged onto a gap goes there, and never to one it may not go to", () => {
  fc.assert(
    fc.property(randomDefinition, fc.func(fc.boolean()), (definition, may) => {
      const { placed } = layoutOf(outlineOf(definition), new Set(), heights);
      const gaps = placed.filter((box) => box.type === "gap");
      const allowed = new Set(gaps.map(({ key }) => key).filter((key) => may(key)));
      for (const { key, x, y, width, height } of gaps) {
        const near = gapNear(placed, allowed, { x: x + width / 2, y: y + height / 2 });
        if (allowed.has(key)) expect(near).toBe(key);
        else expect(near === null || allowed.has(near)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

it("where nothing is allowed there is no gap", () => {
  expect(gapNear([], new Set(), { x: 0, y: 0 })).toBeNull();
});
