import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { connect } from "@/db/client";
import { rebuildFacts } from "@/server/analytics/rebuild";
import { completeEnvironment } from "./launch/environment";
import { Sentence } from "./launch/sentence";

const wanted = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const db = connect(completeEnvironment().DATABASE_URL ?? "", { name: "followthrough-recount" });
  const all = await db.execute<{ id: WorkspaceId; slug: string }>(
    sql`select id, slug from workspaces order by slug`,
  );
  const unknown = wanted.filter((slug) => !all.some((workspace) => workspace.slug === slug));
  if (unknown.length > 0) throw new Sentence(`There is no workspace ${unknown.join(", ")}.`);
  for (const { id, slug } of all) {
    if (wanted.length > 0 && !wanted.includes(slug)) continue;
    const cases = await rebuildFacts({ db }, id);
    say(`${slug}: ${cases.toLocaleString("en-US")} cases, which the worker counts again now.`);
  }
  await db.$client.end({ timeout: 5 });
}

await main().catch((error: unknown) => {
  process.stderr.write(`✖ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
