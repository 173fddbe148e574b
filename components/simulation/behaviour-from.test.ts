import { expect, test } from "vitest";
import { Behaviour } from "@/core/case/scenario";
import { behaviourFrom, isDated } from "./behaviour-from";

const made = (what: string, from: string, date = "") =>
  Behaviour.safeParse(behaviourFrom(what, from, "P1D", date)).data;

test("a due date moves by a week, or to the date that is typed", () => {
  expect(made("move_due", "start")).toEqual({ do: "move_due", by: "P7D", at: { after: "P1D" } });
  expect(made("move_due_to", "message 2", "2026-12-20")).toEqual({
    do: "move_due",
    dueAt: "2026-12-20",
    at: { message: 2, after: "P1D" },
  });
});

test("the due day becomes a holiday, or the date that is typed; a date that is none makes nothing", () => {
  expect(made("holiday", "start")).toEqual({ do: "holiday", at: { after: "P1D" } });
  expect(made("holiday_on", "level 1", "2026-12-25")).toEqual({
    do: "holiday",
    on: "2026-12-25",
    at: { level: 1, after: "P1D" },
  });
  expect(made("holiday_on", "start", "2026-13-45")).toBeUndefined();
});

test("a button or event keeps its name, and only some things ask for a date", () => {
  expect(made("event invoice.paid", "start")).toMatchObject({ event: "invoice.paid" });
  expect(["open", "move_due", "holiday", "move_due_to", "holiday_on"].map(isDated)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});
