import { expect, test } from "vitest";
import { Gathered } from "./gather";

const BYTES_MAX = 1_000;
const id = (n: number) => `0199a0b0-0000-7000-8000-${String(n).padStart(12, "0")}`;

test("what is gathered never takes more bytes than allowed", () => {
  for (let size = 0; size < 40; size++) {
    const gathered = new Gathered(BYTES_MAX);
    for (let n = 0; n < size; n++) {
      gathered.add("cases", { id: id(n), rev: n, isNew: true, fields: { status: "open" } });
      gathered.add("messages", { id: id(n), rev: null, fields: { caseId: id(n) } });
      gathered.add("events", { id: id(n), rev: null });
      gathered.add("cases", { id: id(n), rev: n + 1, fields: { stage: "reminder" } });
    }
    expect(JSON.stringify(gathered.changes).length).toBeLessThanOrEqual(BYTES_MAX);
  }
});

test("a topic that outgrows the room is many; a small one beside it is still named", () => {
  const gathered = new Gathered(BYTES_MAX);
  gathered.add("messages", { id: id(1), rev: null });
  for (let n = 0; n < 100; n++) gathered.add("cases", { id: id(n), rev: 2 });
  expect(gathered.changes).toEqual({ cases: "many", messages: [{ id: id(1), rev: null }] });
});
