import { expect, it } from "vitest";
import { EventInput } from "./events";
import { PersonInput } from "./people";

it.each([
  [{ phone: "+49 30 901820" }, "+4930901820"],
  [{ phone: "030 901820", locale: "de-DE" }, "+4930901820"],
  [{ phone: "030 901820", locale: "en", location: { country: "DE" } }, "+4930901820"],
  [{ phone: null }, null],
])("writes %j as E.164", (person, phone) => {
  expect(PersonInput.parse(person).phone).toBe(phone);
});

it.each(["030 901820", "+1 23", "call me", "+999999999999"])("refuses %j", (phone) => {
  expect(PersonInput.safeParse({ phone }).error?.issues[0]?.path).toEqual(["phone"]);
});

it("reads a person by id or inline, and writes the inline one's number the same way", () => {
  expect(EventInput.parse({ name: "x", person: "p1" }).person).toBe("p1");
  const person = { id: "p1", phone: "+44 1632 960961" };
  expect(EventInput.parse({ name: "x", person }).person).toMatchObject({ phone: "+441632960961" });
});

it.each(["2026-02-29", "0000-01-01T00:00:00Z", "9999-12-31T00:00:00Z", "2026-01-01T00:00:00", 7])(
  "refuses %j as a due moment",
  (dueAt) => {
    expect(EventInput.safeParse({ name: "x", dueAt }).success).toBe(false);
  },
);
