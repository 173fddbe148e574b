import { describe, expect, it } from "vitest";
import { type Address, addressFrom, addressParams } from "./address";

const again = (address: Address) =>
  addressFrom(Object.fromEntries(addressParams(address).entries()));

describe("the address of a simulation", () => {
  it("gives back what it was made of", () => {
    const address: Address = {
      person: { name: "Tokyo", timeZone: "Asia/Tokyo", channelsOff: ["sms"] },
      choice: { preset: "opens_never_responds" },
      start: "2026-03-02T10:00:00.000Z",
      due: "2026-03-13",
      data: { number: "2041" },
      t: { at: Date.parse("2026-03-09T13:00:00Z"), n: 2 },
      version: 3,
      clock: "mine",
      all: true,
      every: true,
    };
    expect(again(address)).toEqual(address);
  });

  it("tells a saved scenario from a preset of the same name, and both from one's own", () => {
    for (const choice of [
      { saved: "happy_path" },
      { preset: "happy_path" },
      { own: [{ do: "open", at: { message: 1, after: "P1D" } }] },
    ] satisfies Address["choice"][]) {
      expect(again({ choice }).choice).toEqual(choice);
    }
  });

  it("leaves out what makes no sense", () => {
    const odd = {
      scenario: "~nothing",
      madeup: "{",
      t: "yesterday",
      version: "draft",
      due: "soon",
    };
    expect(Object.values(addressFrom(odd)).filter((value) => value !== undefined)).toEqual([]);
    expect(addressParams({}).toString()).toBe("");
  });
});
