import { describe, expect, it } from "vitest";
import { safeNext, signInPath } from "./next-path";

describe("safeNext", () => {
  it("keeps a path with its query", () => {
    expect(safeNext("/acme/cases?state=held")).toBe("/acme/cases?state=held");
  });

  it("never leaves this site", () => {
    for (const raw of [
      "//evil.test",
      "/\\evil.test",
      "https://evil.test",
      "/\t/evil.test",
      "evil",
    ]) {
      expect(safeNext(raw)).toBe("/");
    }
  });

  it("drops a path that is too long", () => {
    expect(safeNext(`/${"a".repeat(3000)}`)).toBe("/");
  });
});

describe("signInPath", () => {
  it("carries the page to come back to, encoded", () => {
    expect(signInPath("/acme/cases?a=1&b=2")).toBe("/sign-in?next=%2Facme%2Fcases%3Fa%3D1%26b%3D2");
  });

  it("says nothing when there is nothing to come back to", () => {
    expect(signInPath(null)).toBe("/sign-in");
  });
});
