import { expect, it } from "vitest";
import { type BehindNumber, behindValues, readBehind } from "./behind";

const days = { from: "2026-10-27", to: "2026-11-23" };

it("is read as it was written", () => {
  const number: BehindNumber = {
    measure: "not_sent/no_consent",
    stage: "last",
    channel: "sms",
    days,
    filters: { workflow: "invoices", version: 3, stage: "first", arm: "a=x,b=y" },
  };
  expect(readBehind(behindValues(number))).toEqual(number);
});

it.each([
  [[]],
  [["opened"]],
  [["opened", "from:2026-10-27"]],
  [["open'ed", "from:2026-10-27", "to:2026-11-23"]],
  [["opened", "from:2026-10-27", "to:2026-11-23", "on:pigeon"]],
  [["opened", "from:2026-10-27", "to:2026-11-23", "segment:mine"]],
  [["opened", "from:2026-10-27", "to:2026-11-23", "version:x"]],
])("reads no number from %j", (values) => {
  expect(readBehind(values)).toBeNull();
});
