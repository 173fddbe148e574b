import { expect, test } from "vitest";
import { groupsOf, idsOf, isGone, type Kept, rowsOf } from "./groups";
import { itemOf } from "./testing";

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, "0")}:00:00.000Z`;
const three = itemOf({ id: "3", thread: "a", arrivedAt: at(12) });
const two = itemOf({ id: "2", arrivedAt: at(11), readAt: at(11) });
const one = itemOf({ id: "1", thread: "a", arrivedAt: at(10), readAt: at(10) });

test("messages of one matter are one row, at the place of the newest", () => {
  expect(groupsOf([three, two, one]).map(idsOf)).toEqual([["3", "1"], ["2"]]);
});

test("a matter is unread when any of its messages is", () => {
  expect(groupsOf([three, two, one]).map(({ isUnread }) => isUnread)).toEqual([true, false]);
});

test("the row asks what the newest message with buttons asks", () => {
  const action = { id: "ok", label: "OK", kind: "complete" as const, url: null, choices: [] };
  const asking = { ...one, actions: [action] };
  expect(groupsOf([three, asking])[0]?.asking.id).toBe("1");
});

test("an archived row keeps its place, and goes where its matter is listed again", () => {
  const [, group] = groupsOf([three, two]);
  if (!group) throw new Error("No row");
  const kept: Kept = { group, what: "archived", until: 0 };
  const older = itemOf({ id: "0", arrivedAt: at(9) });
  const rows = rowsOf(groupsOf([three, older]), [kept]);
  expect(rows.map((row) => [row.group.id, isGone(row)])).toEqual([
    ["a", false],
    ["2", true],
    ["0", false],
  ]);
  expect(rowsOf(groupsOf([three, two]), [kept]).some(isGone)).toBe(false);
});

test("a pressed row that left its list is still drawn whole", () => {
  const [group] = groupsOf([three]);
  if (!group) throw new Error("No row");
  const [row] = rowsOf([], [{ group, what: "pressed", until: 0 }]);
  expect(row && isGone(row)).toBe(false);
});
