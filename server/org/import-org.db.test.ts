import { afterAll, beforeAll, expect, it } from "vitest";
import { managerChain } from "@/db/queries/org";
import { findPerson } from "@/db/queries/people";
import type { Who } from "../cases/verbs";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { importOrg } from "./import-org";
import { loadTeamStates } from "./team-state";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const bring = (who: Who, org: { teams?: unknown[]; people?: unknown[]; dryRun?: boolean }) =>
  importOrg(house.ctx, who, { dryRun: false, teams: [], people: [], ...org });
const teamsOf = ({ workspaceId }: Who) => loadTeamStates(house.ctx.db, workspaceId);
const results = (outcomes: { result: string }[]) => outcomes.map(({ result }) => result);

const ORG = {
  teams: [
    { key: "web", name: "Web", parent: "engineering" },
    { key: "engineering", name: "Engineering" },
  ],
  people: [
    {
      id: "ana",
      name: "Ana",
      managerEmail: "ben@example.com",
      teams: [{ team: "web", deputyEmail: "BEN@example.com" }],
    },
    { id: "ben", name: "Ben", email: "ben@example.com", teams: [{ team: "web", role: "lead" }] },
  ],
};

it("takes departments and managers that come later, and the same again changes nothing", async () => {
  const who = await newWorkspace(house.ctx);
  const first = await bring(who, ORG);
  expect(results([...first.teams, ...first.people])).toEqual(Array(4).fill("created"));
  expect((await teamsOf(who)).get("web")).toMatchObject({
    parent: "engineering",
    leadId: "ben",
    members: [
      { personId: "ben", role: "lead" },
      { personId: "ana", role: "member", deputyId: "ben" },
    ],
  });
  expect(await managerChain(house.ctx.db, who.workspaceId, "ana")).toEqual(["ben"]);
  const again = await bring(who, ORG);
  expect(results([...again.teams, ...again.people])).toEqual(Array(4).fill("same"));
});

it("a dry run says the same and writes nothing", async () => {
  const who = await newWorkspace(house.ctx);
  const rehearsed = await bring(who, { ...ORG, dryRun: true });
  expect((await teamsOf(who)).size).toBe(0);
  expect(await findPerson(house.ctx.db, who.workspaceId, "ana")).toBeUndefined();
  expect(await bring(who, ORG)).toEqual({ ...rehearsed, dryRun: false });
});

it("leaves what is not named, and says what it changes", async () => {
  const who = await newWorkspace(house.ctx);
  await bring(who, ORG);
  const { teams, people } = await bring(who, {
    teams: [{ key: "web", timeZone: "Asia/Tokyo" }],
    people: [{ id: "ana", name: "Ana Marsh", teams: [{ team: "web", role: "lead" }] }],
  });
  expect(people[0]).toMatchObject({ result: "changed", changes: ["name", "teams.web"] });
  expect(teams[0]).toMatchObject({ changes: ["leadId", "timeZone", "members"] });
  expect((await teamsOf(who)).get("web")).toMatchObject({
    name: "Web",
    leadId: "ana",
    parent: "engineering",
    members: [
      { personId: "ana", role: "lead", deputyId: "ben" },
      { personId: "ben", role: "member" },
    ],
  });
});

it("what cannot be taken is named with its place, and stops no other", async () => {
  const who = await newWorkspace(house.ctx);
  await bring(who, ORG);
  const { teams, people } = await bring(who, {
    teams: [
      { key: "a", parent: "b" },
      { key: "b", parent: "a" },
      { key: "c", parent: "mars" },
      { key: "d", calendar: "mars" },
      { key: "e", parent: "d" },
      { key: "f" },
      { key: "f", name: "again" },
      { key: "not a key" },
    ],
    people: [
      { id: "ben", managerId: "ana" },
      { id: "p1", teams: [{ team: "a" }] },
      { id: "p2", teams: [{ team: "mars" }] },
      { id: "p3", teams: [{ team: "f", role: "lead" }] },
      { id: "p4", teams: [{ team: "f", role: "lead" }] },
      { id: "p5", teams: [{ team: "f", deputyId: "nobody" }] },
      { id: "p6", teams: [{ team: "f", deputyId: "p6" }] },
      { id: "p7", managerEmail: "nobody@example.com" },
      { id: "p8", nonsense: 1 },
      { id: "p9", teams: [{ team: "f" }] },
    ],
  });
  const said = [...teams, ...people].map(
    ({ error }) => error && `${error.errors[0]?.path}: ${error.errors[0]?.message}`,
  );
  expect(said).toEqual([
    "parent: a belongs to b, which belongs to a",
    "parent: b belongs to a, which belongs to b",
    "parent: there is no team mars",
    "calendar: there is no calendar mars",
    "parent: there is no team d",
    null,
    "key: is named twice: see item 5",
    expect.stringContaining("key: "),
    "managerId: Ben reports to Ana, who reports to Ben",
    "teams.0.team: the team is not taken: parent: a belongs to b, which belongs to a",
    "teams.0.team: there is no team mars",
    null,
    "teams.0.role: p3 is to lead f already",
    "teams.0.deputyId: there is nobody with the id nobody",
    "teams.0.deputyId: nobody stands in for themself",
    "managerEmail: nobody has nobody@example.com",
    "nonsense: unknown field",
    null,
  ]);
  const f = (await teamsOf(who)).get("f");
  expect(f?.leadId).toBe("p3");
  expect(f?.members.map(({ personId }) => personId).sort()).toEqual(["p3", "p9"]);
});

it("ten thousand people come in one go, each under a manager who comes later", async () => {
  const who = await newWorkspace(house.ctx);
  const people = Array.from({ length: 10_000 }, (_, i) => ({
    id: `p${i}`,
    name: `Person ${i}`,
    email: `p${i}@example.com`,
    ...(i < 9_999 && { managerEmail: `p${Math.min(9_999, i * 2 + 1)}@example.com` }),
  }));
  const done = await bring(who, { people });
  expect(done.people.filter(({ result }) => result === "created")).toHaveLength(10_000);
  const again = await bring(who, { people });
  expect(again.people.filter(({ result }) => result === "same")).toHaveLength(10_000);
});
