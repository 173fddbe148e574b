import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIVE } from "@/server/clock/clock";
import type { Provider } from "@/server/providers/provider";
import { ProviderStates } from "@/server/providers/provider-states";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { createSmtp } from "@/server/providers/smtp";
import { type Behaviour, type FakeServer, fakeSmtp } from "@/server/providers/testing";
import { attempt, attemptBatch } from "./attempt";
import { claim } from "./claim";
import { claimDue } from "./claimed-rows";
import { deliverDue, deliverRetry } from "./deliver";
import { lotsOf } from "./lots";
import { recover } from "./recover";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();
let smtp: FakeServer;
beforeAll(async () => {
  smtp = await fakeSmtp();
});
afterAll(() => smtp.close());

const MESSAGES = 12;
const ROUNDS_MAX = 30;
const ENDS = ["sent", "failed", "unknown", "not_sent"];

/** What happens to one round: how the server behaves, and whether the worker dies after its claim. */
type Turn = { behaves: Behaviour; dies: "no" | "before_call" | "after_call" };

const turns = (behaviours: readonly Behaviour[]) =>
  fc.array(
    fc.record<Turn>({
      behaves: fc.constantFrom(...behaviours),
      dies: fc.constantFrom("no", "no", "before_call", "after_call"),
    }),
    { minLength: 1, maxLength: 5 },
  );

/** Plays the turns with a worker of its own each, then lets everything come to its end. */
async function play(provider: () => Provider, server: FakeServer, schedule: readonly Turn[]) {
  await it.db().execute(sql`truncate messages, cases, case_decisions, workers, provider_health`);
  server.behave("accept");
  server.accepted.length = 0;
  const { ctx, jobs } = it.start();
  const world = await testWorld(it.db());
  for (let n = 0; n < MESSAGES; n++) await world.addMessage(await world.addCase());
  const quiet: Turn = { behaves: "accept", dies: "no" };
  for (let n = 0; n < ROUNDS_MAX; n++) {
    const { behaves, dies } = schedule[n] ?? quiet;
    server.behave(behaves);
    const providers = providerRegistry([provider()], undefined, new ProviderStates());
    const round = { workerId: randomUUID(), providers };
    if (dies === "no") await deliverDue(ctx, { ...round, clock: LIVE });
    else await die(round, dies, ctx);
    for (const { payload } of jobs.splice(0)) {
      await deliverRetry(ctx, round, payload as Parameters<typeof deliverRetry>[2]);
    }
    await recover(ctx, round);
    await providers.close();
    const left = await it.db().execute<{ id: string }>(sql`
      select id from messages where status not in ('sent', 'failed', 'unknown', 'not_sent')`);
    if (left.length === 0 && n >= schedule.length) break;
    await passTime();
  }
  const rows = await it.db().execute<{ id: string; status: string; said: string }>(sql`
    select id, status, concat_ws(' ', code, params::text, deliver_at::text, attempt_by::text) as said
      from messages`);
  return { rows, sent: server.accepted.map(({ raw }) => raw) };
}

type Round = Parameters<typeof recover>[1];

/** A worker that is gone after it committed what it was about to hand over, or after the call. */
async function die(
  round: Round,
  dies: "before_call" | "after_call",
  ctx: ReturnType<typeof it.start>["ctx"],
): Promise<void> {
  const selection = { clock: LIVE, limit: 500, floor: null };
  const { parcels } = await claim(ctx, { ...round, clock: LIVE }, (tx) => claimDue(tx, selection));
  if (dies === "before_call") return;
  const start = { claimedAt: performance.now(), mayStart: () => true };
  for (const { provider, batch, parcels: some } of lotsOf(parcels, round.providers)) {
    if (!provider) continue;
    if (batch !== null) await attemptBatch(ctx, provider, { key: batch, sources: some }, start);
    else for (const parcel of some) await attempt(ctx, provider, parcel, start);
  }
}

/** Everything that waits is due, who has not answered is dead, and no number of attempts is the last. */
async function passTime(): Promise<void> {
  await it.db().execute(sql`
    update messages set deliver_at = case when deliver_at is null then null else now() end,
      attempts = least(attempts, 1::smallint), attempt_at = case when status = 'sending' then now() - interval '10 minutes' else attempt_at end
    where status not in ('sent', 'failed', 'unknown', 'not_sent')`);
  await it
    .db()
    .execute(
      sql`update provider_health set retry_at = now() - interval '1 second', quiet_until = null`,
    );
}

test("whatever fails and whoever dies, a provider with keys sends each message exactly once", async () => {
  const resend = () => createResend({ apiKey: "re_test", baseUrl: it.server().url });
  await fc.assert(
    fc.asyncProperty(
      turns(["accept", "outage", "rate_limit", "drop", "nonsense"]),
      fc.boolean(),
      async (schedule, inBatches) => {
        const provider = (): Provider => {
          const { batch, ...single } = resend();
          return inBatches && batch ? { ...single, batch } : single;
        };
        const { rows, sent } = await play(provider, it.server(), schedule);
        expect(rows.filter(({ status }) => status !== "sent")).toEqual([]);
        const delivered = sent.map((raw) => JSON.parse(raw).tags[0].value as string);
        expect(delivered.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        expect(it.server().mismatched).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

test("whatever fails and whoever dies, without keys nothing is lost silently, and nothing sent twice", async () => {
  const provider = () => createSmtp({ url: smtp.url, whenUnknown: "give_up", silenceMsMax: 2_000 });
  await fc.assert(
    fc.asyncProperty(turns(["accept", "outage", "rate_limit", "drop"]), async (schedule) => {
      const { rows, sent } = await play(provider, smtp, schedule);
      expect(rows.filter(({ status }) => !ENDS.includes(status))).toEqual([]);
      const delivered = sent.map((raw) => /^Message-ID: <([\w-]+)@/im.exec(raw)?.[1] ?? "");
      expect(new Set(delivered).size).toBe(delivered.length);
      const notSaid = rows.filter(({ id, status }) => status === "sent" && !delivered.includes(id));
      expect(notSaid).toEqual([]);
      const silent = rows.filter(({ id, status }) => status === "failed" && delivered.includes(id));
      expect(silent).toEqual([]);
    }),
    { numRuns: 8 },
  );
}, 120_000);
