import { Template } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import { inTransaction } from "@/db/client";
import { commit } from "@/server/cases/apply-events";
import { takeNumbers } from "@/server/cases/numbers";
import { openCases } from "@/server/cases/open-case";
import type { Who } from "@/server/cases/verbs";
import { loadWorkflows } from "@/server/cases/workflow-facts";
import { databaseNow } from "@/server/clock/clock";
import { saveTemplate } from "@/server/templates/save-template";
import { publishWorkflow } from "@/server/workflows/publish";
import { saveDraft } from "@/server/workflows/save-draft";
import { saveSettings } from "@/server/workspaces/save-settings";
import { TEMPLATES, TOPIC } from "../engine/workflow";
import { buildWorld, personOf, type World } from "../engine/world";
import { BATCH } from "../settings";

export const HELPERS = 50;
/** The usual five would make the bench wait; the machine works no less. */
export const GAP_MINUTES = 1;
const WORKFLOW = "storm";

/** Waits for a moment of its data, then tells the person's manager. */
const DEFINITION = {
  schema: 1,
  purpose: "escalation",
  topic: TOPIC,
  subject: "Invoice {{ data.number }}",
  key: "storm:{{ data.number }}",
  stopsWhen: [{ reply: true }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [
        { id: "pause", kind: "wait", until: { "data.at": "PT0S" } },
        {
          id: "escalate",
          kind: "escalate",
          levels: [
            {
              targets: [{ manager: "person" }],
              channels: [{ email: "storm" }],
              acknowledgeWithin: "P1D",
            },
          ],
        },
      ],
    },
  ],
};

/** The bench's world with fifty people to call in. */
export async function stormWorld(url: string): Promise<World> {
  const world = await buildWorld(url);
  const { ctx, workspaceId } = world;
  const who: Who = { workspaceId, actor: { kind: "api", name: "bench" } };
  await ctx.db.$client.unsafe(
    `update people set manager_id = 'm' || (substr(id, 2)::int % $2::int)
      where workspace_id = $1 and id like 'p%'`,
    [workspaceId, HELPERS],
  );
  await saveSettings(ctx, who, { frequencyLimits: { helpers: { gapMinutes: GAP_MINUTES } } });
  const content = TEMPLATES.escalated;
  await saveTemplate(ctx, who, "storm", Template.parse({ channel: "email", content }));
  await saveDraft(ctx, who, WORKFLOW, {
    name: WORKFLOW,
    definition: Definition.parse(DEFINITION),
  });
  const config = { ...ctx.config, smtpUrl: "smtp://127.0.0.1:1" };
  await publishWorkflow({ ...ctx, config }, who, WORKFLOW, { inFlight: "finish" });
  return world;
}

/** Opens cases that all wait for a moment; `momentOf` gives each its own, epoch milliseconds. */
export async function openWaiting(
  { ctx, workspaceId }: World,
  count: number,
  momentOf: (n: number) => number,
): Promise<void> {
  const workflows = await loadWorkflows(ctx.db, workspaceId);
  const program = workflows.find(({ key }) => key === WORKFLOW)?.live;
  if (!program) throw new Error("The storm's workflow is not live.");
  for (let from = 0; from < count; from += BATCH) {
    const numbers = await takeNumbers(ctx.db, workspaceId, Math.min(BATCH, count - from));
    await inTransaction(ctx.db, async (tx) => {
      const at = await databaseNow(tx);
      const openings = numbers.map((number, n) => ({
        ...{ workspaceId, program, number, at, dueAt: null, testClock: false, early: null },
        personId: personOf(number),
        key: `storm:${number}`,
        data: { number: String(number), at: new Date(momentOf(from + n)).toISOString() },
        by: { kind: "api" as const, name: "bench" },
      }));
      await commit(ctx, tx, await openCases(tx, openings));
    });
  }
  await ctx.db.$client.unsafe("vacuum analyze cases, messages");
}
