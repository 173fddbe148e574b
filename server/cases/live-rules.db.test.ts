import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "@/core/errors";
import { toRfc3339 } from "@/core/time";
import { Definition } from "@/core/workflow/definition";
import { LIVE } from "../clock/clock";
import { newFloor, runDue } from "../clock/run-due";
import { deliverDue } from "../delivery/deliver";
import { isRetryable } from "../http/database-error";
import { newId } from "../new-id";
import { providerRegistry } from "../providers/registry";
import { createResend } from "../providers/resend";
import { acceptedIds, type FakeServer, fakeResend } from "../providers/testing";
import { forceLive, setUpCompany } from "../testing/company";
import { type House, newWorkspace, openMany, testHouse } from "../testing/house";
import { brokenRules, installWitness, unfinished } from "../testing/witness";
import { saveSettings } from "../workspaces/save-settings";
import { doVerb, type Who } from "./verbs";

const CASES = 80;
const VERBS_MS = 6_000;
const email = [{ email: "t-email" }];

const level = (person: string) => ({
  targets: [{ person }],
  channels: email,
  acknowledgeWithin: "PT1S",
});
const definition = Definition.parse({
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "A matter",
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "t-email" }, { in_app: "t-in_app" }] },
        {
          id: "r1",
          kind: "repeat",
          every: "PT1S",
          timesMax: 3,
          steps: [
            {
              id: "b1",
              kind: "branch",
              paths: [
                {
                  name: "Large",
                  when: "data.amount > 100",
                  steps: [{ id: "s2", kind: "send", anyOf: [{ in_app: "gone" }, ...email] }],
                },
              ],
              otherwise: [],
            },
            { id: "a1", kind: "wait_for_response", for: "PT1S", noAnswer: [] },
          ],
        },
        { id: "e1", kind: "escalate", levels: [level("max"), level("boss")], tell: email },
      ],
    },
  ],
  resolution: { steps: [{ id: "c1", kind: "send", to: "involved", channels: email }] },
  expiry: { steps: [{ id: "x1", kind: "send", channels: email }] },
});

const VERBS = ["resolve", "acknowledge", "snooze", "escalate", "cancel", "reopen", "due"] as const;
const moves = fc.array(fc.record({ who: fc.nat(CASES - 1), what: fc.constantFrom(...VERBS) }), {
  minLength: 400,
  maxLength: 400,
});

let house: House;
let server: FakeServer;
beforeAll(async () => {
  house = await testHouse();
  await installWitness(house.ctx.db);
  server = await fakeResend();
});
afterAll(async () => {
  await server.close();
  await house.database.drop();
});

/** A refusal is an answer; a deadlock's victim would try again. */
const attempted = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    const isAnswer = error instanceof AppError && error.code === "conflict";
    if (!isAnswer && !isRetryable(error)) throw error;
  });

test("verbs, two clocks and two deliveries at once, with a provider: the rules hold, every message leaves once", async () => {
  const { ctx } = house;
  const who: Who = await newWorkspace(ctx, "live");
  await setUpCompany(ctx, who);
  await saveSettings(ctx, who, { frequencyLimits: { helpers: { gapMinutes: 0 } } });
  await forceLive(ctx, who, "w", definition);
  const data = { amount: 120 };
  const many = Array.from({ length: CASES }, (_, n) => ({ personId: "mara", key: `k${n}`, data }));
  const ids = await openMany(ctx, who, "w", many);
  const providers = providerRegistry([createResend({ apiKey: "re_test", baseUrl: server.url })]);
  const began = performance.now();
  let isOver = false;

  const worker = async () => {
    const workerId = newId();
    const floor = newFloor();
    for (let idle = 0; idle < 2; ) {
      const wasOver = isOver;
      floor.sweptAt = Number.NEGATIVE_INFINITY;
      const { claimed: cases } = await runDue(ctx, { clock: LIVE, floor, limit: 7 });
      const round = { workerId, clock: LIVE, providers, limit: 20 };
      const { claimed } = await deliverDue(ctx, round);
      const isIdle = cases + claimed === 0;
      idle = wasOver && isIdle ? idle + 1 : 0;
      if (isIdle) await sleep(5);
    }
  };
  const [script = []] = fc.sample(moves, { numRuns: 1, seed: 7 });
  const actor = async (first: number) => {
    for (let n = first; performance.now() - began < VERBS_MS; n += 3) {
      const { who: nth, what } = script[n % script.length] ?? { who: 0, what: "resolve" };
      const soon = toRfc3339(Date.now() + 1_500);
      const params = { snooze: { until: soon }, due: { dueAt: soon }, cancel: { reason: "test" } };
      const input = what in params ? params[what as keyof typeof params] : {};
      await attempted(doVerb(ctx, who, ids[nth] ?? "", what, input));
      await sleep(20);
    }
  };
  const end = async () => {
    await Promise.all([actor(0), actor(1), actor(2)]);
    for (const id of ids) await attempted(doVerb(ctx, who, id, "resolve", {}));
    isOver = true;
  };
  await Promise.all([worker(), worker(), end()]);

  expect(await brokenRules(ctx.db, who.workspaceId)).toEqual([]);
  expect(await unfinished(ctx.db, who.workspaceId)).toEqual([]);
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select id from messages where workspace_id = ${who.workspaceId} and provider = 'resend'
      and status = 'sent'`);
  expect(acceptedIds(server).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(server.mismatched).toEqual([]);
  expect(rows.length).toBeGreaterThan(CASES);
});
