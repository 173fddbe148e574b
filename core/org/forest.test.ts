import { expect, it } from "vitest";
import { type Branch, forestOf } from "./forest";

const text = ({ id, circle, below }: Branch): string =>
  `${id}${circle ? "!" : ""}${below.length > 0 ? `(${below.map(text).join(" ")})` : ""}`;
const drawn = (above: Record<string, string | null>) =>
  forestOf(Object.keys(above), (id) => above[id] ?? null).map(text);

it("everybody stands once, under who is above them", () => {
  expect(drawn({ cy: null, ben: "cy", ana: "ben", dee: "cy" })).toEqual(["cy(ben(ana) dee)"]);
});

it("who stands under somebody who is not there is a top", () => {
  expect(drawn({ ana: "gone", ben: "ana" })).toEqual(["ana(ben)"]);
});

it("a circle is opened once and marked, with all who hang on it", () => {
  expect(drawn({ tail: "ana", ana: "ben", ben: "ana", top: null })).toEqual([
    "top",
    "ana!(tail ben)",
  ]);
  expect(drawn({ own: "own" })).toEqual(["own!"]);
});
