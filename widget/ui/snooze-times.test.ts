import { expect, test } from "vitest";
import { localText, snoozeTimes } from "./snooze-times";

const at = (text: string) => new Date(text).getTime();
const timesOf = (now: string) =>
  Object.fromEntries(snoozeTimes(at(now)).map((time) => [time.key, localText(time.at)]));

test("on a Wednesday morning there are an hour, the evening, tomorrow and Monday", () => {
  expect(timesOf("2026-03-04T10:20")).toEqual({
    hour: "2026-03-04T11:20",
    evening: "2026-03-04T18:00",
    tomorrow: "2026-03-05T09:00",
    week: "2026-03-09T09:00",
  });
});

test("in the evening, the evening is no choice any more", () => {
  expect(timesOf("2026-03-04T17:45")).not.toHaveProperty("evening");
});

test("on a Sunday, next week is not tomorrow", () => {
  expect(timesOf("2026-03-08T10:00")).toMatchObject({
    tomorrow: "2026-03-09T09:00",
    week: "2026-03-16T09:00",
  });
});
