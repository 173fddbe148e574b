import { expect, it } from "vitest";
import { paramsOf } from "@/core/filter/address";
import { writeListAddress } from "@/core/filter/list-address";
import { MESSAGE_LIST } from "@/core/filter/message-fields";
import { DAY_MS } from "@/core/time";
import { messageFilter, messagesAddress } from "./search-params";

const NOW = Date.parse("2026-03-10T12:00:00Z");
const clausesOf = (query: string) =>
  messageFilter(messagesAddress(paramsOf(query)).filters, { now: NOW, viewerZone: "Europe/Berlin" })
    .clauses;

it("an address from before the list had chips still opens as it was", () => {
  const query = "outcome=failed&channel=sms&workflow=invoices&person=ada&case=C-12";
  const address = messagesAddress(paramsOf(query));
  expect(writeListAddress(MESSAGE_LIST, address)).toBe(query);
});

it("held stands for all that will still happen, failed also for what nobody knows the end of", () => {
  const base = { on: "status", orNone: false, not: false };
  expect(clausesOf("outcome=held")).toEqual([{ ...base, values: ["planned", "held", "sending"] }]);
  expect(clausesOf("outcome=not:failed")).toEqual([
    { ...base, values: ["failed", "unknown"], not: true },
  ]);
});

it("less than a day ago is counted from now, a date is a day of the reader's clock", () => {
  expect(clausesOf("planned=lt:24h")).toEqual([{ on: "plannedAt", after: new Date(NOW - DAY_MS) }]);
  expect(clausesOf("planned=lt:2026-03-10")).toEqual([
    { on: "plannedAt", before: new Date("2026-03-09T23:00:00Z") },
  ]);
});

it("a stage can be none, and what a field cannot be asked for is left out", () => {
  expect(clausesOf("stage=none,first&channel=pigeon&colour=red")).toEqual([
    { on: "stage", values: ["first"], orNone: true, not: false },
  ]);
});
