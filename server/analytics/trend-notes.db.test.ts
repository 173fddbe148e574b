import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "@/db/queries/audit";
import { listTrendNotes } from "@/db/queries/trend-marks";
import type { Who } from "../cases/verbs";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { addTrendNote, removeTrendNote } from "./trend-notes";

let house: House;
let who: Who;

beforeAll(async () => {
  house = await testHouse();
  who = await newWorkspace(house.ctx);
});
afterAll(() => house.database.drop());

const notesOf = (workflow?: string, { workspaceId } = who) =>
  listTrendNotes(house.ctx.db, workspaceId, { first: "2026-11-01", last: "2026-11-30", workflow });

describe("a note beside the numbers", () => {
  it("stands beside those of its workflow, or of all, until somebody deletes it", async () => {
    const { ctx } = house;
    const { id } = await addTrendNote(ctx, who, { day: "2026-11-10", text: "New prices" });
    await addTrendNote(ctx, who, { day: "2026-11-12", workflow: "invoices", text: "Shorter" });
    const texts = async (workflow?: string) => (await notesOf(workflow)).map(({ text }) => text);
    expect(await texts("invoices")).toEqual(["Shorter", "New prices"]);
    expect(await texts("other")).toEqual(["New prices"]);
    await removeTrendNote(ctx, who, id);
    expect(await texts()).toEqual(["Shorter"]);
  });

  it("is nobody else's to see or to delete", async () => {
    const { ctx } = house;
    const { id } = await addTrendNote(ctx, who, { day: "2026-11-20", text: "Ours" });
    const other = await newWorkspace(ctx);
    expect(await notesOf(undefined, other)).toEqual([]);
    await expect(removeTrendNote(ctx, other, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("leaves a line in the audit log when it comes and when it goes", async () => {
    const { ctx } = house;
    const { id } = await addTrendNote(ctx, who, { day: "2026-11-21", text: "Gone soon" });
    await removeTrendNote(ctx, who, id);
    const { rows } = await listAudit(ctx.db, who.workspaceId, { target: id }, { limit: 5 });
    expect(rows.map(({ action }) => action).sort()).toEqual([
      "trend_note.added",
      "trend_note.removed",
    ]);
  });
});
