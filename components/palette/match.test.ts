import { describe, expect, it } from "vitest";
import { fitting, matchScore } from "./match";

describe("a match", () => {
  it("wants every word, in any order", () => {
    expect(matchScore("Go to Settings", "sett go")).toBe(2);
    expect(matchScore("Go to Settings", "settings cases")).toBe(0);
  });

  it("finds accented words by their plain letters", () => {
    expect(matchScore("Zu Fälle", "falle")).toBe(2);
  });

  it("puts the beginning of a word above its middle", () => {
    expect(fitting(["Overcases", "All cases"], (text) => text, "case")).toEqual([
      "All cases",
      "Overcases",
    ]);
  });

  it("lets everything through when nothing is asked", () => {
    expect(fitting(["b", "a"], (text) => text, " ")).toEqual(["b", "a"]);
  });
});
