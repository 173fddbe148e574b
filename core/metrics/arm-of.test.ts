import { expect, it } from "vitest";
import { armOfStep } from "./arm-of";

it("finds the arm of a step among those of others, also where names hold what joins them", () => {
  const text = "tone=Soft, short,when=At 9=sharp,end-tone=B";
  expect(armOfStep(text, "tone", ["Soft", "Soft, short"])).toBe("Soft, short");
  expect(armOfStep(text, "when", ["At 9=sharp", "At"])).toBe("At 9=sharp");
  expect(armOfStep(text, "end-tone", ["A", "B"])).toBe("B");
  expect(armOfStep(text, "one", ["Soft"])).toBeNull();
  expect(armOfStep("", "tone", ["Soft"])).toBeNull();
});
