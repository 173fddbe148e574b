import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Scenario } from "@/core/case/scenario";
import { SCENARIOS_MAX, ScenarioTest } from "@/core/case/scenario-test";
import { Definition } from "@/core/workflow/definition";
import { listScenarios } from "@/db/queries/scenarios";
import type { Who } from "../cases/verbs";
import { savePeople } from "../people/save-people";
import { type House, install, newWorkspace, testHouse } from "../testing/house";
import { deleteScenario } from "./delete-scenario";
import { runScenarios } from "./run-scenarios";
import { saveScenario } from "./save-scenario";
import { simulateWorkflow } from "./simulate";

const DOCUMENT = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "Task {{ data.id }}",
  stopsWhen: [{ event: "task.done" }],
  stages: [
    {
      id: "a",
      name: "A",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "first" }] },
        { id: "w1", kind: "wait", for: "P2D", at: "09:00" },
        { id: "s2", kind: "send", channels: [{ sms: "second" }] },
        {
          id: "e1",
          kind: "escalate",
          levels: [
            {
              targets: [{ manager: "person" }],
              channels: [{ email: "help" }],
              acknowledgeWithin: "P1D",
            },
          ],
        },
      ],
    },
  ],
};

const scenario = (key: string, more: Record<string, unknown> = {}) =>
  ScenarioTest.parse({
    key,
    name: `Scenario ${key}`,
    person: { id: "mara" },
    data: { id: "7" },
    startAt: "2026-11-24T09:12:00Z",
    scenario: {},
    ...more,
  });

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
  who = await newWorkspace(house.ctx);
  await savePeople(house.ctx, who, [
    { id: "lena", name: "Lena", email: "lena@example.com" },
    {
      id: "mara",
      name: "Mara",
      email: "mara@example.com",
      phone: "+4915123456789",
      managerId: "lena",
      timeZone: "Europe/Berlin",
    },
  ]);
  await install(house.ctx, who, "tasks", DOCUMENT);
});
afterAll(() => house.database.drop());

const results = (locale = "en", definition = Definition.parse(DOCUMENT)) =>
  runScenarios(house.ctx, who.workspaceId, "tasks", definition, null, locale);

const EXPECTED = [
  { step: "s1", channel: "email", outcome: "sent", at: "2026-11-24T10:12" },
  { step: "s2", channel: "sms", outcome: "sent", at: "2026-11-27T09:00" },
];

describe("scenarios kept with a workflow", () => {
  test("are saved, replaced and deleted by key, each with its audit line", async () => {
    expect(await saveScenario(house.ctx, who, "tasks", scenario("a"))).toEqual({ created: true });
    const again = scenario("a", { name: "Other" });
    expect(await saveScenario(house.ctx, who, "tasks", again)).toEqual({ created: false });
    expect(await listScenarios(house.ctx.db, who.workspaceId, "tasks")).toEqual([again]);
    await deleteScenario(house.ctx, who, "tasks", "a");
    expect(await listScenarios(house.ctx.db, who.workspaceId, "tasks")).toEqual([]);
    await expect(deleteScenario(house.ctx, who, "tasks", "a")).rejects.toThrow(/no scenario a/);
    const lines = await house.ctx.db.execute<{ action: string }>(sql`
      select action from audit_log where workspace_id = ${who.workspaceId}
        and action like 'workflow.scenario%' order by id`);
    expect(lines.map(({ action }) => action)).toEqual([
      "workflow.scenario_saved",
      "workflow.scenario_saved",
      "workflow.scenario_deleted",
    ]);
  });

  test("belong to a workflow that is there, and are not more than the limit", async () => {
    await expect(saveScenario(house.ctx, who, "none", scenario("a"))).rejects.toThrow(
      /no workflow/,
    );
    await install(house.ctx, who, "full", DOCUMENT);
    for (let n = 0; n < SCENARIOS_MAX; n++) {
      await saveScenario(house.ctx, who, "full", scenario(`k${n}`));
    }
    await expect(saveScenario(house.ctx, who, "full", scenario("more"))).rejects.toThrow(/at most/);
    await saveScenario(house.ctx, who, "full", scenario("k1", { name: "Changed" }));
    expect(await listScenarios(house.ctx.db, who.workspaceId, "full")).toHaveLength(SCENARIOS_MAX);
  });

  test("run against a definition: those that expect something, with what differs in sentences", async () => {
    await saveScenario(house.ctx, who, "tasks", scenario("free"));
    const expects = { messages: EXPECTED, end: { status: "expired" } };
    await saveScenario(house.ctx, who, "tasks", scenario("good", { expects, required: true }));
    expect(await results()).toEqual([
      { key: "good", name: "Scenario good", required: true, ok: true, failures: [] },
    ]);
    const changed = structuredClone(DOCUMENT);
    Object.assign(changed.stages[0]?.steps[1] ?? {}, { for: "P3D" });
    const [result] = await results("de", Definition.parse(changed));
    expect(result).toMatchObject({ ok: false, required: true });
    expect(result?.failures).toEqual([
      "SMS aus „s2“ (Nachricht 2) kam am Sa., 28. Nov. 2026, 09:00 statt am Fr., 27. Nov. 2026, 09:00.",
    ]);
  });

  test("use the contents of the draft where it has changed them", async () => {
    await saveScenario(
      house.ctx,
      who,
      "tasks",
      scenario("press", {
        scenario: {
          behaviours: [{ at: { message: 1, after: "PT1H" }, do: "action", action: "ok" }],
        },
        expects: { end: { status: "resolved" } },
      }),
    );
    const content = {
      subject: "x",
      body: "x",
      actions: [{ id: "ok", label: "Ok", kind: "complete" as const, resolves: true }],
    };
    const run = async (drafts: Parameters<typeof runScenarios>[4]) => {
      const definition = Definition.parse(DOCUMENT);
      const all = await runScenarios(house.ctx, who.workspaceId, "tasks", definition, drafts, "en");
      return all.find(({ key }) => key === "press")?.ok;
    };
    expect(await run(null)).toBe(false);
    expect(await run({ first: { channel: "email", content } })).toBe(true);
  });
});

test("the API's simulation runs on the same facts: the person's own, and what the caller says instead", async () => {
  const input = {
    data: { id: "7" },
    startAt: "2026-11-24T09:12:00Z",
    scenario: Scenario.parse({}),
  };
  const run = async (person: Parameters<typeof simulateWorkflow>[3]["person"]) => {
    const { timeline, end } = await simulateWorkflow(
      house.ctx,
      who,
      "tasks",
      { ...input, person },
      "en",
    );
    const codes = timeline.flatMap(({ at, code, message }) => (message ? [`${at} ${code}`] : []));
    return [...codes, end.status];
  };
  expect(await run("mara")).toEqual([
    "2026-11-24T09:12:00.000Z sent.plan",
    "2026-11-27T08:00:00.000Z sent.plan",
    "2026-11-27T08:00:00.000Z sent.plan",
    "expired",
  ]);
  expect(await run({ id: "new", email: "new@example.com", timeZone: "Asia/Tokyo" })).toEqual([
    "2026-11-24T09:12:00.000Z sent.plan",
    "2026-11-27T00:00:00.000Z skip.no_address",
    "expired",
  ]);
  await expect(run("nobody")).rejects.toThrow(/no person nobody/);
});
