import fc from "fast-check";
import { expect, test } from "vitest";
// biome-ignore lint/style/noRestrictedImports: a test may hold the widget against what it wrote again.
import { contrast } from "@/core/template/colour";
import { contrastOf } from "./contrast";

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel);
const hex = (channels: readonly number[]) =>
  `#${channels.map((one) => one.toString(16).padStart(2, "0")).join("")}`;

test("the contrast that the console of a page is warned of is the one that emails are made by", () => {
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      expect(contrastOf(one, other)).toBeCloseTo(contrast(hex(one), hex(other)), 10);
    }),
  );
});
