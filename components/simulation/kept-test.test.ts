import { expect, it } from "vitest";
import { Key } from "@/core/ids";
import { keyFor } from "./kept-test";

it("a name becomes a key that nobody has", () => {
  expect(keyFor("Opens, never responds", [])).toBe("opens-never-responds");
  const taken = [{ key: "happy-path" }, { key: "happy-path-2" }];
  expect(keyFor("Happy path!", taken)).toBe("happy-path-3");
});

it("any name gives a key that can be stored", () => {
  for (const name of ["öffnet später", "開封しない", "-", "x".repeat(120)]) {
    expect(Key.safeParse(keyFor(name, [])).success, name).toBe(true);
  }
});
