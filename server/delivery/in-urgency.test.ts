import { expect, test } from "vitest";
import { inUrgency } from "./in-urgency";

const row = (id: string, caseId: string, priority: string, shares = true) => ({
  ...{ id, caseId, priority, shares },
  dueAt: null,
  plannedAt: Number(id),
});
type Row = ReturnType<typeof row>;
const ordered = (rows: Row[]) => inUrgency(rows, ({ shares }) => shares).map(({ id }) => id);

test("the most urgent come first among those that share the room, in the places of these", () => {
  const rows = [
    row("1", "a", "low"),
    row("2", "b", "normal", false),
    row("3", "c", "urgent"),
    row("4", "d", "high"),
  ];
  expect(ordered(rows)).toEqual(["3", "2", "4", "1"]);
});

test("of a case nothing overtakes anything, whatever is due beside it", () => {
  const note = row("1", "a", "normal");
  const inbox = row("2", "a", "normal", false);
  const other = row("3", "b", "urgent");
  expect(ordered([note, inbox])).toEqual(["1", "2"]);
  expect(ordered([note, inbox, other])).toEqual(["3", "1", "2"]);
});

test("where nobody shares anything, all stay where they are", () => {
  const rows = [row("1", "a", "low", false), row("2", "b", "urgent", false)];
  expect(ordered(rows)).toEqual(["1", "2"]);
});
