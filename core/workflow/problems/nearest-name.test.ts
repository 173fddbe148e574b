import { describe, expect, it } from "vitest";
import { editDistance, nearestName } from "./nearest-name";

describe("nearestName", () => {
  it("counts letters put in, left out, exchanged and swapped", () => {
    expect(editDistance("total", "totl")).toBe(1);
    expect(editDistance("total", "totals")).toBe(1);
    expect(editDistance("total", "tetal")).toBe(1);
    expect(editDistance("total", "toatl")).toBe(1);
    expect(editDistance("", "abc")).toBe(3);
  });

  it("finds the closest, whatever its case", () => {
    expect(nearestName("firstname", ["lastName", "firstName"])).toBe("firstName");
  });

  it("suggests nothing that has little in common", () => {
    expect(nearestName("amount", ["customer", "due_date"])).toBeNull();
    expect(nearestName("amount", [])).toBeNull();
  });

  it("does not measure very long names", () => {
    expect(nearestName("x".repeat(200), ["x".repeat(200)])).toBeNull();
  });
});
