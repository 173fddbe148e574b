import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { actorText } from "@/core/case/run";
import type { PublishInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { type Change, changesOf } from "@/core/workflow/changes";
import type { Definition } from "@/core/workflow/definition";
import type { Problem } from "@/core/workflow/validate";
import type { Tx } from "@/db/client";
import type { Who } from "../cases/verbs";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { changeFacts } from "../workspaces/change-facts";
import { type Impact, impactOf } from "./impact";
import { moveCases } from "./move-cases";
import { problemsOf } from "./problems-of";
import { type Drafted, loadDrafted } from "./workflow-rows";

export type Preview = {
  changes: Change[];
  /** What stands against publishing (`problem`), and advice (`check`). */
  checks: Problem[];
  impact: Impact;
  /** Bound to this draft and live version: publishing with it publishes just what was shown. */
  confirmToken: string;
};

/** What publishing the draft would change, and for whom. Nothing is published. Throws `not_found`, and `conflict` without a draft. */
export async function previewPublish(
  ctx: Ctx,
  { workspaceId }: Pick<Who, "workspaceId">,
  key: string,
): Promise<Preview> {
  const drafted = await loadDrafted(ctx.db, workspaceId, key);
  const draft = draftOf(drafted);
  const checks = await problemsOf(ctx, workspaceId, draft);
  const impact = await impactOf(ctx.db, workspaceId, key, draft);
  const changes = changesOf(drafted.live, draft, "en");
  return { changes, checks, impact, confirmToken: tokenOf(drafted, draft) };
}

/**
 * Publishes the draft as the next version; new cases use it at once. Open cases finish on theirs, or
 * move. Throws `conflict` when the draft or the live version is not the one the token was made for,
 * and `invalid` with every problem that stands against it.
 */
export async function publishWorkflow(
  ctx: Ctx,
  who: Who,
  key: string,
  input: PublishInput,
): Promise<{ version: number; moved: number }> {
  const { workspaceId, actor } = who;
  const before = await loadDrafted(ctx.db, workspaceId, key);
  const checks = await problemsOf(ctx, workspaceId, draftOf(before));
  refuseProblems(checks);
  const change = {
    action: "workflow.published",
    target: key,
    detail: { inFlight: input.inFlight },
  };
  const version = await changeFacts(ctx, who, change, async (tx) => {
    const drafted = await loadDrafted(tx, workspaceId, key, { lock: true });
    const draft = draftOf(drafted);
    const token = tokenOf(drafted, draft);
    if (token !== tokenOf(before, draftOf(before)) || (input.confirmToken ?? token) !== token) {
      throw new AppError(
        "conflict",
        "The draft or the live version has changed since the preview. Look at the preview again.",
      );
    }
    const next = drafted.newest + 1;
    await ensureTopic(tx, workspaceId, draft.topic);
    await tx.execute(sql`
      insert into workflow_versions (workspace_id, workflow, version, definition, note, published_by,
        published_at)
      values (${workspaceId}, ${key}, ${next}, ${JSON.stringify(draft)}::jsonb, ${input.note ?? null},
        ${actorText(actor)}, to_timestamp(${await nowOf(tx, workspaceId)} / 1000.0))`);
    await tx.execute(sql`
      update workflows set live_version = ${next}, status = 'live', draft = null,
        revision = revision + 1, updated_at = clock_timestamp()
      where workspace_id = ${workspaceId} and key = ${key}`);
    return next;
  });
  const moved = input.inFlight === "move" ? await moveCases(ctx, who, key, version) : 0;
  return { version, moved };
}

/** A topic that nobody wrote yet is made, named after its key: a first workflow needs no other call. */
async function ensureTopic(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<void> {
  const words = key.replaceAll(/[-_.:]+/g, " ").trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1) || key;
  const channels = JSON.stringify(Channel.options);
  await tx.execute(sql`
    insert into topics (workspace_id, key, name, default_channels)
    values (${workspaceId}, ${key}, ${name}, ${channels}::jsonb) on conflict do nothing`);
}

function draftOf({ key, draft }: Drafted): Definition {
  if (draft) return draft;
  throw new AppError("conflict", `${key} has no draft: what is live is the newest.`);
}

function refuseProblems(checks: readonly Problem[]): void {
  const problems = checks.filter(({ severity }) => severity === "problem");
  if (problems.length === 0) return;
  const errors = problems.map(({ path, message }) => ({ path: `definition.${path}`, message }));
  const count = problems.length === 1 ? "1 problem stands" : `${problems.length} problems stand`;
  throw new AppError("invalid", `${count} against publishing.`, { errors });
}

const tokenOf = ({ liveVersion, key }: Drafted, draft: Definition): string =>
  createHash("sha256")
    .update(JSON.stringify([key, liveVersion, draft]))
    .digest("base64url");
