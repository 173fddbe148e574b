import { expect, it } from "vitest";
import { paramsOf } from "@/core/filter/address";
import { EVENT_LIST } from "@/core/filter/event-fields";
import { writeListAddress } from "@/core/filter/list-address";
import { eventFilter, eventsAddress } from "./search-params";

const READER = { now: Date.parse("2026-03-10T12:00:00Z"), viewerZone: "UTC" };
const clausesOf = (query: string) =>
  eventFilter(eventsAddress(paramsOf(query)).filters, READER).clauses;

it("an address from before the list had chips still opens as it was", () => {
  const query = "outcome=opened&name=invoice.created&person=ada&key=2041";
  expect(writeListAddress(EVENT_LIST, eventsAddress(paramsOf(query)))).toBe(query);
});

it("an event without a key can be asked for, and one that did not open a case", () => {
  expect(clausesOf("key=none&outcome=not:opened")).toEqual([
    { on: "outcome", outcomes: ["opened"], not: true },
    { on: "key", values: [], orNone: true, not: false },
  ]);
});

it("received takes a span or a day", () => {
  expect(clausesOf("received=lt:2h&received=gt:2026-03-01")).toEqual([
    { on: "receivedAt", after: new Date("2026-03-10T10:00:00Z") },
    { on: "receivedAt", after: new Date("2026-03-01T23:59:59.999Z") },
  ]);
});
