import { expect, test } from "vitest";
import { renderText } from "@/core/template/liquid";
import { historyScope } from "./condition-scope";

const event = (name: string, at: number) => ({ name, at, data: { at } });
const newestFirst = [event("b", 3), event("a", 2), event("__proto__", 2), event("b", 1)];
const history = historyScope({ events: newestFirst, cases: [] });
const written = (text: string) =>
  renderText(text, { history }, { locale: "en", zone: "UTC", now: 0, escape: "plain" });

test("of each name the newest event is found", () => {
  expect(written("{{ history.lastOf['b'].at }} {{ history.lastOf.a.data.at }}")).toEqual({
    ok: true,
    text: "3 2",
  });
  expect(history.last).toBe(newestFirst[0]);
});

test("a name that no event had, or that every object has, is missing", () => {
  for (const name of ["c", "constructor", "toString"]) {
    expect(written(`{{ history.lastOf['${name}'].at }}`).ok).toBe(false);
  }
  expect(Object.getPrototypeOf(history.lastOf)).toBe(Object.prototype);
});

test("without a history there is nothing, and no error", () => {
  expect(historyScope(undefined)).toEqual({
    last: null,
    lastOf: {},
    events: [],
    cases: [],
    count: 0,
  });
});
