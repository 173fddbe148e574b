import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { casesPerSecond, type Run, runCases } from "../engine/run";
import { buildWorld } from "../engine/world";
import { type Figure, percentile, perSecond } from "../figure";
import { CASES } from "../settings";
import type { Stage } from "../stage";

/** The claim while a transaction of the same database holds an old snapshot, so that nothing dead is cleared away. */
export async function snapshot(stage: Stage): Promise<Figure[]> {
  const free = await runBeside(stage, false);
  const held = await runBeside(stage, true);
  const repeat = "snapshot";
  return [
    { name: "Claim with a snapshot held open, p50 and p99", value: claims(held), repeat },
    { name: "… without one", value: claims(free), repeat },
    {
      name: "… cases with it, and without",
      value: `${perSecond(casesPerSecond(held))}, ${perSecond(casesPerSecond(free))}`,
      repeat,
    },
  ];
}

const claims = ({ claimsMs }: Run) =>
  `${percentile(claimsMs, 0.5).toFixed(1)} ms, ${percentile(claimsMs, 0.99).toFixed(1)} ms`;

async function runBeside(stage: Stage, isHeld: boolean): Promise<Run> {
  const world = await buildWorld(await stage.database());
  const run = isHeld
    ? await inTransaction(world.ctx.db, async (tx) => {
        await tx.execute(sql`set transaction isolation level repeatable read`);
        await tx.execute(sql`select count(*) from cases`);
        return runCases(stage, world, { cases: CASES });
      })
    : await runCases(stage, world, { cases: CASES });
  await world.close();
  return run;
}
