import { afterAll, beforeAll, expect, it } from "vitest";
import { PolicyInput, TeamInput } from "@/core/contracts/teams";
import { savePeople } from "../people/save-people";
import { savePolicy } from "../policies/save-policy";
import { type House, newWorkspace, testHouse } from "../testing/house";
import { askWho } from "./ask-who";
import { changeTeam } from "./change-team";
import { saveTeam } from "./save-team";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const READER = { locale: "en", zone: "Europe/Berlin" };
const MONDAY = "2030-06-03T10:00";

async function billing() {
  const who = await newWorkspace(house.ctx);
  const names = { ana: "Ana", ben: "Ben", cy: "Cy" };
  await savePeople(
    house.ctx,
    who,
    Object.entries(names).map(([id, name]) => ({
      id,
      name,
      ...(id === "ana" && { managerId: "cy" }),
    })),
  );
  await saveTeam(
    house.ctx,
    who,
    "billing",
    TeamInput.parse({
      name: "Billing",
      leadId: "ana",
      members: [{ personId: "ana" }, { personId: "ben" }],
    }),
  );
  return who;
}

const away = (deputyId: string | null) => ({
  change: "member" as const,
  personId: "ana",
  deputyId,
  absentUntil: "2030-06-30",
});

it("names the deputy, and for whom they stand in; without one, the reason", async () => {
  const who = await billing();
  const ask = () =>
    askWho(
      house.ctx,
      who.workspaceId,
      { what: { kind: "team", team: "billing" }, at: MONDAY, personId: null },
      READER,
    );
  expect((await ask()).turns[0]).toMatchObject({
    told: [{ name: "Ana", standsInFor: null }],
    passedOver: [],
  });
  await changeTeam(house.ctx, who, "billing", away("ben"));
  expect((await ask()).turns[0]?.told).toMatchObject([
    { name: "Ben", standsInFor: { name: "Ana" } },
  ]);
  await changeTeam(house.ctx, who, "billing", away(null));
  expect((await ask()).turns[0]).toMatchObject({
    told: [],
    passedOver: ["Could not bring in Ana: absent."],
  });
});

it("climbs a policy level by level, each when the one before has run out", async () => {
  const who = await billing();
  const email = { email: "t" };
  await savePolicy(
    house.ctx,
    who,
    "money",
    PolicyInput.parse({
      name: "Money",
      levels: [
        {
          targets: [{ team: "billing", role: "lead" }],
          channels: [email],
          acknowledgeWithin: "PT30M",
        },
        { targets: [{ team: "gone" }], channels: [email], acknowledgeWithin: "PT1H" },
        { targets: [{ manager: "person" }], channels: [email], acknowledgeWithin: "PT1H" },
      ],
      repeat: null,
      fallback: { person: "ben" },
    }),
  );
  const { turns } = await askWho(
    house.ctx,
    who.workspaceId,
    { what: { kind: "policy", policy: "money" }, at: MONDAY, personId: "ana" },
    READER,
  );
  expect(
    turns.map(({ level, at, told }) => [
      level,
      new Date(at).toISOString(),
      told.map(({ name }) => name),
    ]),
  ).toEqual([
    [1, "2030-06-03T08:00:00.000Z", ["Ana"]],
    [3, "2030-06-03T08:30:00.000Z", ["Cy"]],
    [null, "2030-06-03T09:30:00.000Z", ["Ben"]],
  ]);
  expect(turns[1]?.passedOver).toEqual(["Could not bring in gone: there is no such team."]);
});

it("two changes of a team by different hands both count", async () => {
  const who = await billing();
  await Promise.all([
    changeTeam(house.ctx, who, "billing", { change: "add", personId: "cy" }),
    changeTeam(house.ctx, who, "billing", away("ben")),
  ]);
  const { turns } = await askWho(
    house.ctx,
    who.workspaceId,
    { what: { kind: "team", team: "billing", role: "members" }, at: MONDAY, personId: null },
    READER,
  );
  expect(turns[0]?.told.map(({ name }) => name).sort()).toEqual(["Ben", "Cy"]);
});

it("refuses an absence that is over, an unknown person, and a key that is taken", async () => {
  const who = await billing();
  const change = (change: Parameters<typeof changeTeam>[3]) =>
    changeTeam(house.ctx, who, "billing", change);
  await expect(change({ ...away(null), absentUntil: "2020-01-01" })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(change({ change: "add", personId: "nobody" })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(change({ change: "add", personId: "ben" })).rejects.toMatchObject({
    code: "conflict",
  });
  const again = saveTeam(house.ctx, who, "billing", TeamInput.parse({ name: "B" }), {
    onlyNew: true,
  });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
});
