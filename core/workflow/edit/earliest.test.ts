import { expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { Definition } from "../definition";
import { earliestOf } from "./earliest";
import { outlineOf } from "./outline";

const momentsOf = (steps: unknown[]) =>
  earliestOf(
    outlineOf(
      Definition.parse({
        schema: 1,
        purpose: "reminder",
        topic: "t",
        subject: "S",
        due: { from: "data.due" },
        stages: [{ id: "a", name: "A", steps }],
      }),
    ),
  );
const send = (id: string) => ({ id, kind: "send", channels: [{ email: "x" }] });

it("waits add up from the opening, and a date begins anew from its own anchor", () => {
  const moments = momentsOf([
    send("first"),
    { id: "w1", kind: "wait", for: "PT4H" },
    send("second"),
    { id: "w2", kind: "wait", until: { due: "-P2D" }, at: "09:00" },
    send("third"),
  ]);
  expect(moments.get("first")).toMatchObject({ anchor: "opened", ms: 0 });
  expect(moments.get("second")).toMatchObject({ anchor: "opened", ms: 4 * HOUR_MS });
  expect(moments.get("third")).toMatchObject({ anchor: "due", ms: -2 * DAY_MS, at: "09:00" });
});

it("what follows a wait for an answer comes when it was in vain", () => {
  const moments = momentsOf([
    {
      id: "r",
      kind: "wait_for_response",
      for: "P3D",
      from: "due",
      responded: [send("yes")],
      noAnswer: [send("no")],
    },
    send("then"),
  ]);
  expect(moments.get("yes")).toMatchObject({ anchor: "opened", ms: 0 });
  expect(moments.get("no")).toMatchObject({ anchor: "due", ms: 3 * DAY_MS });
  expect(moments.get("then")).toMatchObject({ anchor: "due", ms: 3 * DAY_MS });
});

it("working days are counted apart from hours, and rounds as often as they come", () => {
  const moments = momentsOf([
    { id: "w", kind: "wait", for: { businessDays: 2 } },
    { id: "again", kind: "repeat", every: { businessDays: 2 }, timesMax: 3, steps: [send("in")] },
    send("out"),
  ]);
  expect(moments.get("in")).toMatchObject({ businessDays: 2, ms: 0 });
  expect(moments.get("out")).toMatchObject({ businessDays: 8, ms: 0 });
});
