import { expect, test } from "vitest";
import { brandFill } from "./brand-colour";
import { contrast } from "./colour";

const SURFACE = { light: "#ffffff", dark: "#15171c" };

test.each(["#ffff00", "#000000", "#ffffff", "#ff5a5f", "#0a66c2", "#7f7f7f", "#00ff88", "#3b0764"])(
  "%s becomes a button that reads at 4.5:1 in both schemes",
  (hex) => {
    for (const scheme of ["light", "dark"] as const) {
      const made = brandFill(hex, scheme);
      expect(contrast(made?.fill ?? "#000000", made?.on ?? "#000000")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(made?.fill ?? "#000000", SURFACE[scheme])).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test("a colour that reads already stays as it is", () => {
  expect(brandFill("#0A66C2", "light")).toEqual({ fill: "#0a66c2", on: "#ffffff" });
});

test("what is no colour has no fill, so that nothing of it reaches a style sheet", () => {
  expect(brandFill("red;} body{display:none", "light")).toBeNull();
});
