import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, type Instant } from "@/core/time";
import { type ExampleEvent, exampleEvent } from "@/core/workflow/example-event";
import { listWorkflows } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { loadEditorFacts } from "@/server/workflows/editor-facts";

/** Of this many live workflows the oldest that an event starts is taken. */
const LOOKED_AT_MAX = 20;
const DUE_IN_MS = 14 * DAY_MS;

/** `workflow`: whose case it opens; null where none is live that an event starts. */
export type FirstEvent = { event: ExampleEvent & { key?: string }; workflow: string | null };

export async function loadFirstEvent(workspaceId: WorkspaceId, now: Instant): Promise<FirstEvent> {
  const page = { limit: LOOKED_AT_MAX, cursor: undefined };
  const { rows } = await listWorkflows(ctx.db, workspaceId, { status: "live" }, page);
  const facts = await loadEditorFacts(ctx, workspaceId, { definition: null });
  for (const { workflow, live } of rows.toReversed()) {
    const event = live && exampleEvent(live.definition, facts, now);
    if (event) return { event, workflow: workflow.name };
  }
  return { event: anyEvent(now), workflow: null };
}

const anyEvent = (now: Instant) => ({
  name: "invoice.created",
  key: "invoice:3041",
  person: { id: "cus_812", name: "Ada Marsh", email: "ada@example.com" },
  data: {
    id: "3041",
    number: "3041",
    amount: 120,
    currency: "EUR",
    due_date: new Date(now + DUE_IN_MS).toISOString().slice(0, 10),
  },
});
