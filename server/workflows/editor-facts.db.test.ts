import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PersonInput, PreferencesInput } from "@/core/contracts/people";
import { TeamInput } from "@/core/contracts/teams";
import { Definition } from "@/core/workflow/definition";
import type { Who } from "@/server/cases/verbs";
import { addAccount } from "@/server/channels/add-account";
import { receiveEvent } from "@/server/events/receive-event";
import { addPerson } from "@/server/people/add-person";
import { savePreferences } from "@/server/people/save-preferences";
import { changeTeam } from "@/server/teams/change-team";
import { saveTeam } from "@/server/teams/save-team";
import { type House, install, newWorkspace, testHouse } from "@/server/testing/house";
import { loadEditorFacts } from "./editor-facts";
import { problemsOf } from "./problems-of";

const document = Definition.parse({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  person: "data.customer",
  subject: "An invoice",
  due: { from: "data.due_date" },
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "a",
      name: "A",
      steps: [
        { id: "s", kind: "send", channels: [{ email: "bill" }] },
        { id: "r", kind: "wait_for_response", for: "P3D" },
      ],
    },
  ],
  resolution: { steps: [{ id: "c", kind: "send", channels: [{ in_app: "thanks" }] }] },
});

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
});

const load = (definition: Definition | null = document) =>
  loadEditorFacts(house.ctx, who.workspaceId, { definition });
const send = (name: string, data: Record<string, string | null>) =>
  receiveEvent(house.ctx, who.workspaceId, { name, data });
const found = async () =>
  (await problemsOf(house.ctx, who.workspaceId, document)).filter(
    ({ code }) => !code.startsWith("copy.") && code !== "send.no_action",
  );

test("an empty workspace has nothing, and nothing is said about events", async () => {
  const facts = await load(null);
  expect(facts).toMatchObject({ templates: {}, topics: [], teams: [], people: [], events: [] });
  expect((await found()).map(({ code }) => code)).not.toContain("response.unreachable");
});

test("fields of the latest events are counted, and what is missing stands against publishing", async () => {
  await addPerson(house.ctx, who, PersonInput.parse({ id: "mara", name: "Mara" }));
  await install(house.ctx, who, "invoices", document);
  for (let i = 0; i < 3; i++) {
    await send("invoice.created", { customer: "mara", due_date: "2027-01-10", token: "x" });
  }
  await send("invoice.created", { customer: null });
  const [event] = (await load()).events;
  expect(event).toMatchObject({ name: "invoice.created", count: 4 });
  expect(event?.fields).toContainEqual({
    path: "data.customer",
    example: "mara",
    missing: 1,
    of: 4,
  });
  expect(JSON.stringify(event)).not.toContain('"x"');
  expect(await found()).toMatchObject([
    { code: "start.person_unresolved", severity: "problem", params: { missing: 1, of: 4 } },
    { code: "due.sometimes_missing", severity: "check", params: { percent: 25 } },
    { code: "response.unreachable", params: { name: "invoice.paid" } },
  ]);
  expect((await load()).people).toMatchObject([{ id: "mara", name: "Mara" }]);
});

test("another workspace's events and people are not seen", async () => {
  await send("invoice.created", { customer: "mara" });
  who = await newWorkspace(house.ctx);
  expect(await load()).toMatchObject({ events: [], people: [] });
});

test("in a live workspace a channel is on when something can carry it; in a sandbox all are", async () => {
  expect((await load()).channelsOn).toContain("sms");
  who = await newWorkspace(house.ctx, "live");
  expect((await load()).channelsOn).toEqual(["in_app"]);
  const off = (await found()).filter(({ code }) => code === "send.channel_off");
  expect(off).toMatchObject([{ params: { channel: "email" }, step: "s" }]);
  const fields = { from: "billing@shop.example.com", apiKey: "re_0123456789abcdef" };
  await addAccount(house.ctx, who, { provider: "resend", name: "Mail", fields });
  expect((await load()).channelsOn).toEqual(["email", "in_app"]);
});

test("quiet hours count where more than half of the people have them", async () => {
  const add = async (id: string, from: string) => {
    await addPerson(house.ctx, who, PersonInput.parse({ id }));
    const quietHours = [{ days: ["mon"], from, to: "09:30" }];
    await savePreferences(house.ctx, who, id, PreferencesInput.parse({ quietHours }));
  };
  expect((await load()).quietHours).toBeNull();
  await add("a", "21:00");
  await add("b", "21:00");
  await add("c", "22:30");
  expect((await load()).quietHours).toEqual({ from: "21:00", to: "09:30" });
  await add("d", "22:30");
  expect((await load()).quietHours).toBeNull();
});

test("a supervisor who is chosen for a team is its lead, and all else of it stays", async () => {
  await addPerson(house.ctx, who, PersonInput.parse({ id: "lena", name: "Lena" }));
  const team = { name: "Finance", members: [{ personId: "lena", role: "member" }] };
  await saveTeam(house.ctx, who, "finance", TeamInput.parse(team));
  expect((await load()).teams).toEqual([
    {
      key: "finance",
      name: "Finance",
      leadId: null,
      memberIds: ["lena"],
      members: [{ id: "lena", name: "Lena" }],
    },
  ]);
  await changeTeam(house.ctx, who, "finance", { change: "lead", leadId: "lena" });
  expect((await load()).teams).toMatchObject([
    { name: "Finance", leadId: "lena", memberIds: ["lena"] },
  ]);
  await expect(
    changeTeam(house.ctx, who, "finance", { change: "lead", leadId: "nobody" }),
  ).rejects.toMatchObject({ code: "invalid" });
});
