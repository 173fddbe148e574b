import { sql } from "drizzle-orm";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";
import { type Db, inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import type { Who } from "@/server/cases/verbs";
import { databaseNow } from "../clock/clock";
import { moveTestClock, releaseTestClock } from "../clock/test-clock";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { createWorkspace } from "../workspaces/create-workspace";
import { backdate, DEMO_NAME, DEMO_ZONE, foundCompany, putTeam } from "./company";
import { HISTORY_DAYS, MEETINGS_SINCE_DAYS, mattersUpTo } from "./matters";
import { type Happening, Play } from "./play";
import { publishSecondVersion } from "./second-version";

const SLUGS = ["demo", "acme-demo"];
const LOADED = "demo.loaded";
const ACTOR = { kind: "api", name: "demo" } as const;

export type Demo = { workspaceId: WorkspaceId; slug: string };

/** What is being done, and which part of it is done, from 0 to 1. */
export type DemoProgress = (what: "company" | "history", part: number) => void;

/**
 * Makes the demo workspace: a company, the starters of the gallery, and sixty days of history played
 * by the engine itself. Does nothing when it is there; one that a crash left half made is made again.
 */
export async function loadDemo(ctx: Ctx, progress?: DemoProgress): Promise<Demo> {
  // One loader at a time: a second process waits here, and then finds it made.
  return inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('demo', 0))`);
    return load(ctx, progress);
  });
}

async function load(ctx: Ctx, progress?: DemoProgress): Promise<Demo> {
  const known = await findDemo(ctx.db);
  if (known?.isLoaded) return { workspaceId: known.workspaceId, slug: known.slug };
  if (known) await removeWorkspace(ctx, known.workspaceId);
  progress?.("company", 0);
  const demo = await openWorkspace(ctx.db);
  const who: Who = { workspaceId: demo.workspaceId, actor: ACTOR };
  const end = await databaseNow(ctx.db);
  const start = end - HISTORY_DAYS * DAY_MS;
  await moveTestClock(ctx, demo.workspaceId, start);
  await foundCompany(ctx, who);
  await backdate(ctx, who, start);
  progress?.("company", 1);
  const play = new Play(ctx, demo.workspaceId, start, end);
  await play.run(mattersUpTo(end), happenings(ctx, who, end), (part) =>
    progress?.("history", part),
  );
  await moveTestClock(ctx, demo.workspaceId, await databaseNow(ctx.db));
  await releaseTestClock(ctx, demo.workspaceId);
  await inTransaction(ctx.db, (tx) =>
    audit(tx, demo.workspaceId, { id: newId(), actor: ACTOR, action: LOADED, target: demo.slug }),
  );
  return demo;
}

/** Holidays of those who would be told, with a deputy and without, and a new version of a workflow. */
function happenings(ctx: Ctx, who: Who, end: Instant): Happening[] {
  const { workspaceId } = who;
  const at = (daysBack: number) => end - daysBack * DAY_MS - 3 * HOUR_MS;
  return [
    {
      at: at(MEETINGS_SINCE_DAYS),
      run: async () => {
        await publishSecondVersion(ctx, who);
        await ctx.db.execute(sql`
          update workflow_versions set published_at = to_timestamp(${at(MEETINGS_SINCE_DAYS)} / 1000.0)
          where workspace_id = ${workspaceId} and version = 2`);
      },
    },
    {
      at: at(9),
      run: () =>
        putTeam(ctx, who, "finance", {
          personId: "emp_5",
          until: end + 5 * DAY_MS,
          deputyId: "emp_6",
        }),
    },
    {
      at: at(6),
      run: () =>
        putTeam(ctx, who, "customer-success", { personId: "emp_7", until: end + 8 * DAY_MS }),
    },
  ];
}

async function findDemo(db: Db): Promise<(Demo & { isLoaded: boolean }) | null> {
  const [row] = await db.execute<Demo & { isLoaded: boolean }>(sql`
    select id as "workspaceId", slug, exists (
      select 1 from audit_log a where a.workspace_id = w.id and a.action = ${LOADED}) as "isLoaded"
    from workspaces w where is_demo order by created_at limit 1`);
  return row ?? null;
}

/** At the first address that nobody else has. */
async function openWorkspace(db: Db): Promise<Demo> {
  for (const slug of SLUGS) {
    const [taken] = await db.execute(sql`select 1 from workspaces where slug = ${slug}`);
    if (taken) continue;
    return inTransaction(db, async (tx) => {
      const input = { slug, name: DEMO_NAME, kind: "sandbox", timeZone: DEMO_ZONE } as const;
      const workspaceId = await createWorkspace(tx, input);
      await tx.execute(sql`update workspaces set is_demo = true where id = ${workspaceId}`);
      return { workspaceId, slug };
    });
  }
  throw new AppError(
    "conflict",
    `The addresses ${SLUGS.join(" and ")} belong to other workspaces.`,
  );
}

/** Every row of a workspace, in every table that has workspaces. */
async function removeWorkspace(ctx: Ctx, workspaceId: WorkspaceId): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`);
    for (const { name } of tables) {
      await tx.execute(
        sql`delete from ${sql.identifier(name)} where workspace_id = ${workspaceId}`,
      );
    }
    await tx.execute(sql`delete from workspaces where id = ${workspaceId}`);
  });
}
