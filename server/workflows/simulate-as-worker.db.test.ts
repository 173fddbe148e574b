import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Scenario } from "@/core/case/scenario";
import type { FrequencyLimits } from "@/core/delivery/caps";
import { Definition, walk } from "@/core/workflow/definition";
import { DEPTH_MAX, STEP_KINDS } from "@/core/workflow/random-definition";
import { workspaces } from "@/db/schema";
import { saveCalendar } from "../calendars/save-calendar";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { inCompany } from "../testing/companies";
import { type House, testHouse } from "../testing/house";
import { documentsOf, PLAIN, type SimulatedDocument } from "../testing/simulated-documents";
import { Scene, slicesOf } from "../testing/simulated-scene";
import { sourceSeed } from "../testing/source-seed";

/** Random documents that are simulated and run. */
const DOCUMENTS = Number(process.env.SIMULATED_DOCUMENTS ?? 1_000);
/** From so many on, every kind of step and outcome is among them. */
const ENOUGH = 500;
/** Scenes that are played at once: each waits for the database most of its time. */
const SCENES = 3;

/** What becomes of messages: the rarer of these need a few hundred documents. */
const CODES_SEEN =
  "sent.plan fail.render fail.bounced skip.responded skip.case_closed skip.suppressed \
skip.fallback_unneeded skip.pref_channel skip.pref_topic skip.no_consent skip.holdout skip.not_told".split(
    /\s+/,
  );

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

test(`${DOCUMENTS} random documents and scenarios: the simulation gives the same messages at the same moments as the worker on a moved clock`, {
  timeout: 1_200_000,
}, async () => {
  const seed = Number(process.env.SIMULATED_SEED ?? sourceSeed());
  const documents = documentsOf(seed, DOCUMENTS);
  const kinds = new Set(
    documents.flatMap(({ definition }) =>
      [...walk(definition)].map(({ step, depth }) => `${step.kind} ${depth}`),
    ),
  );
  const tally = { messages: 0, preferred: 0, codes: new Set<string>() };
  const play = async (some: SimulatedDocument[]): Promise<void> => {
    const scene = await Scene.open(house.ctx, some);
    await scene.play();
    for (const { n, simulated, real } of await scene.compared()) {
      expect(simulated, `document ${n} of seed ${seed}`).toEqual(real);
      tally.messages += simulated.messages.length;
      for (const fate of simulated.messages) {
        const [, , , , , code = "", order] = fate.split(" ");
        tally.codes.add(code);
        if (order === "preferred") tally.preferred += 1;
      }
    }
  };
  await Promise.all(slicesOf(documents, Math.ceil(documents.length / SCENES)).map(play));
  if (DOCUMENTS < ENOUGH) return;
  // Otherwise this run has shown little.
  expect([...new Set([...kinds].map((kind) => kind.split(" ")[0]))].toSorted()).toEqual(
    STEP_KINDS.toSorted(),
  );
  expect([...kinds].some((kind) => kind.endsWith(String(DEPTH_MAX)))).toBe(true);
  expect(tally.messages).toBeGreaterThan(3 * DOCUMENTS);
  expect(tally.preferred).toBeGreaterThan(DOCUMENTS / 50);
  expect([...tally.codes]).toEqual(expect.arrayContaining(CODES_SEEN));
});

test("with limits on how much a person gets, and what is collected because of them, both agree as well", {
  timeout: 600_000,
}, async () => {
  const seed = Number(process.env.SIMULATED_SEED ?? sourceSeed());
  const codes = new Set<string>();
  const limits: FrequencyLimits[] = [
    { perDay: 1 },
    { perWeek: 2, gapMinutes: 90 },
    { channels: { email: { perDay: 1 }, sms: { perWeek: 1 }, in_app: { perDay: 1 } } },
  ];
  for (const frequencyLimits of limits) {
    const documents = documentsOf(seed, Math.ceil(DOCUMENTS / 10));
    const scene = await Scene.open(house.ctx, documents, async (ctx, { workspaceId }) => {
      await ctx.db
        .update(workspaces)
        .set({ frequencyLimits })
        .where(eq(workspaces.id, workspaceId));
    });
    await scene.play();
    for (const { n, simulated, real } of await scene.compared()) {
      const said = `document ${n} of seed ${seed}, ${JSON.stringify(frequencyLimits)}`;
      expect(simulated, said).toEqual(real);
      for (const fate of simulated.messages) codes.add(fate.split(" ")[5] ?? "");
    }
  }
  if (DOCUMENTS < ENOUGH) return;
  expect(codes.size).toBeGreaterThan(5);
});

const HOLIDAYS = Definition.parse({
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "A matter",
  due: { from: "data.due_date" },
  stages: [
    {
      id: "a",
      name: "A",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "t-email" }] },
        { id: "w1", kind: "wait", until: { due: "PT0S" }, at: "09:00", days: "business" },
        { id: "s2", kind: "send", channels: [{ email: "t-email" }] },
        { id: "w2", kind: "wait", for: { businessDays: 2 } },
        { id: "s3", kind: "send", channels: [{ email: "t-email" }] },
      ],
    },
  ],
});
const WEDNESDAY = "2026-12-09";

test("a public holiday that is added moves the same messages for the simulation and the worker", async () => {
  const play = async (n: number, list: unknown[]) => {
    const scenario = Scenario.parse({ behaviours: list });
    const definition = inCompany(n, HOLIDAYS);
    const data = { amount: 120, due_date: WEDNESDAY };
    const one = { n, definition, primary: PLAIN, isDue: true, nickname: false, scenario, data };
    // A workspace of its own: everybody's calendar has the holiday.
    const scene = await Scene.open(house.ctx, [one], workCalendar);
    await scene.play();
    const [compared] = await scene.compared();
    expect(compared?.simulated).toEqual(compared?.real);
    return compared?.simulated.messages.map((fate) => fate.split(" ").slice(-1)[0]?.slice(0, 10));
  };
  const holiday = { do: "holiday", at: { after: "PT10S" } };
  expect(await play(0, [])).toEqual(["2026-11-24", WEDNESDAY, "2026-12-11"]);
  expect(await play(1, [holiday])).toEqual(["2026-11-24", "2026-12-10", "2026-12-14"]);
  const later = { ...holiday, on: "2026-12-11", at: { message: 2, after: "PT1H" } };
  expect(await play(2, [later])).toEqual(["2026-11-24", WEDNESDAY, "2026-12-14"]);
});

async function workCalendar(ctx: Ctx, who: Who): Promise<void> {
  const days = ["mon", "tue", "wed", "thu", "fri"] as const;
  const hours = [{ days: [...days], from: "09:00", to: "17:00" }];
  const holidays = { country: null, extra: [], except: [] };
  await saveCalendar(ctx, who, "work", { timeZone: "UTC", hours, holidays });
  await ctx.db.execute(sql`update workspaces set calendar = 'work' where id = ${who.workspaceId}`);
}
