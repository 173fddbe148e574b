import { DAY_MS, toRfc3339 } from "@/core/time";
import { foldFacts } from "@/server/analytics/fold";
import { openReport } from "@/server/analytics/open-report";
import { readChannels } from "@/server/analytics/read-channels";
import { readFunnel } from "@/server/analytics/read-funnel";
import { readHealth } from "@/server/analytics/read-health";
import { readHeatmap } from "@/server/analytics/read-heatmap";
import { readResponseTime } from "@/server/analytics/read-response-time";
import { readSummary } from "@/server/analytics/read-summary";
import { readTrend } from "@/server/analytics/read-trend";
import { readWorkflows } from "@/server/analytics/read-workflows";
import { openTallySource } from "@/server/analytics/tally-source";
import { fillHistory } from "../analytics/world";
import { casesPerSecond, runCases } from "../engine/run";
import { buildWorld, type World } from "../engine/world";
import { atLeast, atMost, type Figure, median, perSecond } from "../figure";
import { CASES, HISTORY } from "../settings";
import type { Stage } from "../stage";

const FOLDED_MIN = 5_000;
const READ_MS_MAX = 100;
const READS = 5;
const repeat = "analytics";

const REPORTS = {
  summary: readSummary,
  trend: readTrend,
  funnel: readFunnel,
  "time to response": readResponseTime,
  channels: readChannels,
  heatmap: readHeatmap,
  health: readHealth,
  workflows: readWorkflows,
};

/** How fast history is folded into the numbers, and how soon reports of it are there. */
export async function analytics(stage: Stage): Promise<Figure[]> {
  const world = await buildWorld(await stage.database());
  const { db } = world.ctx;
  const history = await fillHistory(db, world.workspaceId, HISTORY, stage.say);
  const figures = [await folding(world, history)];
  stage.say(figures.map(({ value }) => `folded ${value}`).join());
  await db.$client.unsafe("vacuum analyze");
  figures.push(...(await sizes(world)), ...(await reading(world, history.events)));
  await stage.showStatements();
  await world.close();
  return [...figures, ...(await triggers(stage))];
}

async function folding(
  { ctx, workspaceId }: World,
  { cases, events }: { cases: number; events: number },
): Promise<Figure> {
  await ctx.db.$client.unsafe(
    "insert into fact_changes (workspace_id, case_id) select workspace_id, id from cases where workspace_id = $1 order by id",
    [workspaceId],
  );
  const from = performance.now();
  while ((await foldFacts(ctx)) > 0);
  const seconds = (performance.now() - from) / 1000;
  const name = `Message events folded into the numbers, of ${events.toLocaleString("en-US")} (${perSecond(cases / seconds)} cases)`;
  const required = atLeast(events / seconds, FOLDED_MIN, "/s");
  return { name, value: perSecond(events / seconds), required, repeat };
}

async function sizes({ ctx }: World): Promise<Figure[]> {
  const tables = ["case_facts", "rollup_days", "rollup_months"];
  return Promise.all(
    tables.map(async (table) => {
      const [row] = await ctx.db.$client<{ n: number; mb: number }[]>`
        select reltuples::float8 as n, pg_total_relation_size(oid) / 1e6 as mb from pg_class where relname = ${table}`;
      const value = `${Math.round(row?.mb ?? 0)} MB`;
      return { name: `… ${table}, ${(row?.n ?? 0).toLocaleString("en-US")} rows`, value, repeat };
    }),
  );
}

async function reading({ ctx, workspaceId }: World, events: number): Promise<Figure[]> {
  const { db } = ctx;
  const timeZone = "Europe/Berlin";
  const figures: Figure[] = [];
  const of = `of ${events.toLocaleString("en-US")} message events`;
  for (const days of [28, 364]) {
    const date = (at: number) => toRfc3339(at).slice(0, 10);
    const asked = { timeZone, from: date(Date.now() - days * DAY_MS), to: date(Date.now()) };
    for (const [name, read] of Object.entries(REPORTS)) {
      const ms = await timed(async () => {
        const workflow = name === "funnel" ? { workflow: "report-0" } : {};
        await read(await openReport(db, workspaceId, { ...asked, ...workflow }));
      });
      const value = `${ms.toFixed(0)} ms`;
      const required = atMost(ms, READ_MS_MAX, " ms");
      figures.push({ name: `Report ${name}, ${days} days ${of}`, value, required, repeat });
    }
    const report = await openReport(db, workspaceId, asked);
    const measures = { measures: ["opened", "reached", "responded", "delivered"] };
    const single = await openTallySource(db, workspaceId, report.cohort, { only: "cases" });
    const kept = await timed(() => report.source.sums(measures));
    const recounted = await timed(() => single.sums(measures));
    figures.push({
      name: `Four sums of ${days} days: rollups, single cases`,
      value: `${kept.toFixed(1)} ms, ${recounted.toFixed(0)} ms (${Math.round(recounted / kept)} ×)`,
      repeat,
    });
  }
  return figures;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < READS; n++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return median(times);
}

/** Those that queue what changed. */
const TABLES = ["cases", "messages", "message_events", "escalations", "consents", "people"];

/** The engine with what queues changes and without it. */
async function triggers(stage: Stage): Promise<Figure[]> {
  const run = async (isOn: boolean) => {
    const world = await buildWorld(await stage.database());
    for (const table of isOn ? [] : TABLES) {
      await world.ctx.db.$client.unsafe(`alter table ${table} disable trigger user`);
    }
    const ran = await runCases(stage, world, { cases: CASES });
    await world.close();
    return casesPerSecond(ran);
  };
  const on = await run(true);
  const off = await run(false);
  const value = `${perSecond(on)}, ${perSecond(off)} without (${((1 - on / off) * 100).toFixed(0)} % less)`;
  return [{ name: "Cases through the engine with the queue of changes", value, repeat }];
}
