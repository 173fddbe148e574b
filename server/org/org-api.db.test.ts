import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testApi } from "../http/testing";

let database: TestDatabase;
let api: ReturnType<typeof testApi>;
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database.db);
  key = await api.newKey();
});
afterAll(() => database.drop());

const ORG = {
  teams: [
    { key: "web", name: "Web", parent: "engineering" },
    { key: "engineering", name: "Engineering" },
  ],
  people: [
    {
      id: "emp_3",
      name: "Ana",
      managerEmail: "ben@example.com",
      teams: [{ team: "web", deputyEmail: "ben@example.com" }],
    },
    {
      id: "emp_2",
      name: "Ben",
      email: "ben@example.com",
      teams: [{ team: "web", role: "lead" }],
    },
  ],
};

it("the org of the documentation comes over the API, rehearsed first", async () => {
  const rehearsed = await api.call(key, "POST", "/org/import", { dryRun: true, ...ORG });
  expect(rehearsed.status).toBe(200);
  expect((await api.call(key, "GET", "/teams/web")).status).toBe(404);
  const { json } = await api.call(key, "POST", "/org/import", ORG);
  expect(json).toEqual({ ...rehearsed.json, dryRun: false });
  expect((await api.call(key, "GET", "/teams/web")).json).toMatchObject({
    parent: "engineering",
    leadId: "emp_2",
    members: [
      { personId: "emp_2", role: "lead", absentFrom: null, absentUntil: null },
      { personId: "emp_3", role: "member", deputyId: "emp_2" },
    ],
  });
  const managers = await api.call(key, "GET", "/people/emp_3/managers");
  expect(managers.json.data).toMatchObject([{ id: "emp_2", name: "Ben" }]);
});

it("a circle and a department that is in use are explained", async () => {
  const circle = await api.call(key, "PUT", "/people/emp_2", { managerId: "emp_3" });
  expect(circle.status).toBe(422);
  expect(circle.json).toMatchObject({
    errors: [{ path: "managerId", message: "Ben reports to Ana, who reports to Ben" }],
  });
  expect((await api.call(key, "DELETE", "/teams/engineering")).status).toBe(409);
  expect((await api.call(key, "GET", "/people/nobody/managers")).status).toBe(404);
});
