import { describe, expect, it } from "vitest";
import { casesNeeded, daysUntil } from "./sample-size";

describe("how many cases are needed", () => {
  it("is what R's power.prop.test says, rounded up", () => {
    expect(casesNeeded({ base: 0.5, change: 0.05 })).toBe(1565);
    expect(casesNeeded({ base: 0.6, change: -0.2, power: 0.9, alpha: 0.01 })).toBe(184);
  });

  it("is more for a smaller change, and the same read from the other side", () => {
    const of = (base: number, change: number) => casesNeeded({ base, change }) ?? 0;
    expect(of(0.4, 0.02)).toBeGreaterThan(of(0.4, 0.05));
    expect(of(0.4, 0.05)).toBe(of(0.6, -0.05));
  });

  it("is none for a change that cannot be", () => {
    expect(casesNeeded({ base: 0.97, change: 0.05 })).toBeNull();
    expect(casesNeeded({ base: 0.03, change: -0.05 })).toBeNull();
    expect(casesNeeded({ base: 0.3, change: 0 })).toBeNull();
  });
});

describe("how many days until then", () => {
  it("are whole, none when there are enough, and unknown when none come", () => {
    expect(daysUntil(101, 10)).toBe(11);
    expect(daysUntil(0, 10)).toBe(0);
    expect(daysUntil(-5, 0)).toBe(0);
    expect(daysUntil(5, 0)).toBeNull();
  });
});
