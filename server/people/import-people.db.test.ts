import { afterAll, beforeAll, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { listContactPoints } from "@/db/queries/people";
import { listPeopleBy } from "@/db/queries/people-pages";
import { csvLine } from "../http/csv";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { importPeople, previewImport } from "./import-people";
import { PEOPLE_CSV_HEAD, peopleCells } from "./people-csv";
import { savePeople } from "./save-people";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const byName = { limit: 50, by: "name", desc: false } as const;
const everybody = async (workspaceId: WorkspaceId) =>
  (await listPeopleBy(house.ctx.db, workspaceId, [], byName)).rows;

it("a preview counts what the import then does, and changes nothing itself", async () => {
  const who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [
    { id: "ada", name: "Ada", timeZone: "Europe/London" },
    { id: "bea", name: "Bea" },
  ]);
  const file =
    "id,Name,E-Mail,Nonsense\nada,Ada Marsh,,x\nbea,Bea,,\ncy,Cy,cy@example.com,\ndee,Dee,not an email,\ncy,Cy again,,\n";
  const preview = await previewImport(house.ctx, who, file);
  expect(preview.counts).toEqual({ created: 1, changed: 1, same: 1, refused: 2 });
  expect(preview.columns.map(({ field }) => field)).toEqual(["id", "name", "email", null]);
  expect(preview.refused).toEqual([
    { line: 5, errors: [{ path: "email", message: "not an email address" }] },
    { line: 6, errors: [{ path: "id", message: "stands in line 4 already" }] },
  ]);
  expect((await everybody(who.workspaceId)).map(({ name }) => name)).toEqual(["Ada", "Bea"]);
  const { counts } = await importPeople(house.ctx, who, file);
  expect(counts).toEqual(preview.counts);
  expect(await everybody(who.workspaceId)).toMatchObject([
    { name: "Ada Marsh", timeZone: "Europe/London" },
    { name: "Bea" },
    { name: "Cy" },
  ]);
});

it("the file of refused rows can be corrected and uploaded as it is", async () => {
  const who = await newWorkspace(house.ctx);
  const { refusedFile } = await importPeople(house.ctx, who, 'id;phone\nada;12\nbea;"=1+1"\n');
  expect(refusedFile).toContain("_line,_reason,id,phone");
  expect(refusedFile).toContain("'=1+1");
  const corrected = (refusedFile ?? "")
    .replace(",12\r\n", ",+49301234567\r\n")
    .replace("'=1+1", "+49301234568");
  expect((await importPeople(house.ctx, who, corrected)).counts).toMatchObject({
    created: 2,
    refused: 0,
  });
});

it("an export comes back without a change", async () => {
  const who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [
    { id: "=cmd", name: "+1, the “first”", email: "a@example.com", phone: "+49301234567" },
  ]);
  const rows = await everybody(who.workspaceId);
  const cells = await peopleCells(house.ctx.db, who.workspaceId, rows);
  const file = [PEOPLE_CSV_HEAD, ...cells].map(csvLine).join("");
  expect(file).toContain("'=cmd");
  expect((await importPeople(house.ctx, who, file)).counts).toEqual({
    created: 0,
    changed: 0,
    same: 1,
    refused: 0,
  });
  const points = await listContactPoints(house.ctx.db, who.workspaceId, ["=cmd"]);
  expect(points.map(({ address }) => address).sort()).toEqual(["+49301234567", "a@example.com"]);
});

it("a file without a column we know is refused as a whole", async () => {
  const who = await newWorkspace(house.ctx);
  await expect(previewImport(house.ctx, who, "a,b\n1,2\n")).rejects.toThrow(AppError);
});
