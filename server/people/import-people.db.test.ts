import { afterAll, beforeAll, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { listContactPoints } from "@/db/queries/people";
import { listPeopleBy } from "@/db/queries/people-pages";
import { csvLine } from "../http/csv";
import { loadTeamStates } from "../org/team-state";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { importPeople, previewImport } from "./import-people";
import { PEOPLE_CSV_HEAD, peopleCells } from "./people-csv";
import { savePeople } from "./save-people";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const notTaken = {
  path: "department",
  message: expect.stringContaining("belongs to engineering, which belongs to web"),
};
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

it("a file brings the org: departments by name, managers by address, and says each line's mistake", async () => {
  const who = await newWorkspace(house.ctx);
  const file = [
    "Name,E-Mail,Manager Email,Department,Parent department,Role,Deputy email",
    "Ana,ana@example.com,ben@example.com,Web,Engineering,member,ben@example.com",
    "Ben,ben@example.com,,Web,Engineering,lead,",
    "Cy,cy@example.com,dee@example.com,Kundenbetreuung Süd,,lead,",
    "Dee,dee@example.com,cy@example.com,Engineering,Web,,",
    "Eli,eli@example.com,,Web,Sales,,",
    "Fay,fay@example.com,,,,boss,",
  ].join("\n");
  const preview = await previewImport(house.ctx, who, file);
  expect(preview.refused).toEqual([
    { line: 2, errors: [notTaken] },
    { line: 3, errors: [notTaken] },
    { line: 4, errors: [{ path: "managerEmail", message: "dee@example.com is not taken either" }] },
    { line: 5, errors: [expect.objectContaining({ path: "department" })] },
    {
      line: 6,
      errors: [{ path: "parentDepartment", message: "line 2 says it belongs to engineering" }],
    },
    { line: 7, errors: [{ path: "role", message: "say lead or member" }] },
  ]);
  const mended = file
    .replace("Engineering,Web,,", "Engineering,,,")
    .replace("dee@example.com,cy@", "dee@example.com,ben@")
    .replace("Web,Sales", "Web,Engineering")
    .replace("boss", "");
  const { counts } = await importPeople(house.ctx, who, mended);
  expect(counts).toEqual({ created: 6, changed: 0, same: 0, refused: 0 });
  const teams = await loadTeamStates(house.ctx.db, who.workspaceId);
  expect([...teams.keys()].sort()).toEqual(["engineering", "kundenbetreuung-sud", "web"]);
  expect(teams.get("web")).toMatchObject({ name: "Web", parent: "engineering" });
  expect(teams.get("web")?.members).toHaveLength(3);
  expect((await importPeople(house.ctx, who, mended)).counts).toMatchObject({ same: 6 });
});

it("a file without a column we know is refused as a whole", async () => {
  const who = await newWorkspace(house.ctx);
  await expect(previewImport(house.ctx, who, "a,b\n1,2\n")).rejects.toThrow(AppError);
});
