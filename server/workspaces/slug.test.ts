import { describe, expect, it } from "vitest";
import { isReservedSlug, slugOf } from "./slug";

describe("slugOf", () => {
  it("drops accents, spaces and signs", () => {
    expect(slugOf("  Café Zürich & Sons ")).toBe("cafe-zurich-sons");
  });

  it("never yields an address that belongs to the product", () => {
    for (const name of ["API", "p", "Sign in", "setup"]) {
      expect(isReservedSlug(slugOf(name))).toBe(false);
    }
  });

  it("has an answer for a name without a Latin letter", () => {
    expect(slugOf("株式会社")).toBe("workspace");
  });

  it("does not end in a dash when a long name is cut", () => {
    expect(slugOf(`${"a".repeat(39)} bcd`)).toBe("a".repeat(39));
  });
});
