import { sql } from "drizzle-orm";
import { actorText } from "@/core/case/run";
import type { PublishInput } from "@/core/contracts/workflows";
import { AppError, type FieldError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import type { Difference } from "@/core/workflow/compare/difference";
import { differencesOf } from "@/core/workflow/compare/differences";
import { compile } from "@/core/workflow/compile";
import {
  type AcceptedProblem,
  checkMarks,
  withoutAccepted,
} from "@/core/workflow/problems/accepted";
import type { Tx } from "@/db/client";
import { listAcceptedChecks } from "@/db/queries/accepted-checks";
import { audit } from "@/db/queries/audit";
import { writeTemplate } from "@/db/queries/keyed-writes";
import type { Who } from "../cases/verbs";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { readNames, textsIn } from "../messages/read-names";
import { newId } from "../new-id";
import { tell } from "../webhooks/tell";
import { changeFacts } from "../workspaces/change-facts";
import { type Impact, impactOf } from "./impact";
import { moveCases } from "./move-cases";
import { enqueueMoves, planMoves } from "./move-later";
import { problemsOf } from "./problems-of";
import { type ChangedContent, changedContents, readyContents } from "./publish-contents";
import { type Source, sourceOf, tokenOf } from "./publish-source";
import { runScenarios, type ScenarioResult } from "./run-scenarios";
import { loadDrafted } from "./workflow-rows";

type Problem = Awaited<ReturnType<typeof problemsOf>>[number];

export type Preview = {
  /** The number it will have. */
  version: number;
  /** The version that would be made live again, with its own document; null for a draft of its own. */
  restoredFrom: number | null;
  changes: Difference[];
  /** The messages whose words change, and who else sends them. */
  contents: ChangedContent[];
  /** What stands against publishing (`problem`), and advice (`check`) by what it is accepted by. */
  checks: (Problem & { check: string })[];
  /** Advice that somebody accepted, with the note. */
  accepted: AcceptedProblem<Problem>[];
  /** Contents that are not finished, by place: they stand against publishing too. */
  unfinished: FieldError[];
  scenarios: ScenarioResult[];
  impact: Impact;
  /** Bound to this draft, its contents and the live version: publishing with it publishes just what was shown. */
  confirmToken: string;
};

type PreviewOptions = {
  locale?: string;
  /** Instead of the draft, an earlier version made live again. */
  restore?: number | undefined;
};

/**
 * What publishing would change, and for whom. Nothing is published. Throws `not_found`, and
 * `conflict` without a draft.
 */
export async function previewPublish(
  ctx: Ctx,
  { workspaceId }: Pick<Who, "workspaceId">,
  key: string,
  { locale = "en", restore }: PreviewOptions = {},
): Promise<Preview> {
  const drafted = await loadDrafted(ctx.db, workspaceId, key);
  const source = await sourceOf(ctx.db, workspaceId, drafted, restore);
  const { definition, restoredFrom } = source;
  const found = await problemsOf(ctx, workspaceId, definition, source.templates, locale);
  const known = await listAcceptedChecks(ctx.db, workspaceId, key);
  const { open: checks, accepted } = withoutAccepted(found, definition, known);
  const markOf = checkMarks(definition);
  const { errors: unfinished } = await readyContents(ctx.db, workspaceId, source);
  const blocked = problemsIn(checks).length > 0;
  const names = await readNames(ctx.db, workspaceId, textsIn([definition, drafted.live]));
  const options = { locale, names };
  return {
    version: drafted.newest + 1,
    restoredFrom,
    changes: differencesOf(drafted.live, definition, options),
    contents: await changedContents(ctx.db, workspaceId, key, source),
    checks: checks.map((problem) => ({ ...problem, check: markOf(problem) })),
    accepted,
    unfinished,
    scenarios: blocked ? [] : await scenariosOf(ctx, workspaceId, key, source, locale),
    impact: await impactOf(ctx.db, workspaceId, key, definition, { ...options, tries: !blocked }),
    confirmToken: tokenOf(drafted, source),
  };
}

type PublishOptions = PublishInput & {
  /** Instead of the draft, an earlier version made live again; the draft stays as it is. */
  restore?: number | undefined;
  locale?: string;
};

export type Published = {
  version: number;
  /** Cases that were moved at once. */
  moved: number;
  /** Cases that jobs will move: over the time asked for, or because there are very many. */
  movingLater: number;
};

/**
 * Publishes the draft with the contents it sends as the next version; new cases use it at once. Open
 * cases finish on theirs, or move, at once or spread. Throws `conflict` when the draft, what is
 * published under its contents' keys or the live version is not what the token was made for, and
 * `invalid` with everything that stands against it: problems, unfinished contents, required scenarios
 * that fail.
 */
export async function publishWorkflow(
  ctx: Ctx,
  who: Who,
  key: string,
  { inFlight, spreadMinutes = 0, note, confirmToken, restore, locale = "en" }: PublishOptions,
): Promise<Published> {
  const { workspaceId, actor } = who;
  const before = await loadDrafted(ctx.db, workspaceId, key);
  const seen = await sourceOf(ctx.db, workspaceId, before, restore);
  if (confirmToken !== undefined && confirmToken !== tokenOf(before, seen)) throw changedSince();
  const { ready, errors } = await readyContents(ctx.db, workspaceId, seen);
  refuse(
    await problemsOf(ctx, workspaceId, seen.definition, seen.templates, locale),
    errors,
    await scenariosOf(ctx, workspaceId, key, seen, locale),
  );
  const to = compile(seen.definition, { workflow: key, version: before.newest + 1 });
  const minutes = inFlight === "move" ? spreadMinutes : 0;
  const plan = inFlight === "move" ? await planMoves(ctx, who, to, minutes) : { later: [] };
  const detail: Record<string, unknown> = { inFlight };
  const change = { action: "workflow.published" as const, target: key, detail };
  const { version, later } = await changeFacts(ctx, who, change, async (tx) => {
    const drafted = await loadDrafted(tx, workspaceId, key, { lock: true });
    const source = await sourceOf(tx, workspaceId, drafted, restore, { lock: true });
    if (tokenOf(drafted, source) !== tokenOf(before, seen)) throw changedSince();
    const next = drafted.newest + 1;
    const { definition, restoredFrom } = source;
    await ensureTopic(tx, workspaceId, definition.topic);
    await tx.execute(sql`
      insert into workflow_versions (workspace_id, workflow, version, definition, note, restored_from,
        published_by, published_at)
      values (${workspaceId}, ${key}, ${next}, ${JSON.stringify(definition)}::jsonb, ${note ?? null},
        ${restoredFrom}, ${actorText(actor)},
        to_timestamp(${await nowOf(tx, workspaceId)} / 1000.0))`);
    const left = JSON.stringify(source.left);
    const drops =
      restore === undefined ? sql`, draft = null, draft_templates = ${left}::jsonb` : sql``;
    await tx.execute(sql`
      update workflows set live_version = ${next}, status = 'live', revision = revision + 1,
        updated_at = clock_timestamp() ${drops}
      where workspace_id = ${workspaceId} and key = ${key}`);
    for (const { key: template, template: content } of ready) {
      const isNew = await writeTemplate(tx, { workspaceId, key: template, template: content });
      if (isNew === source.published.has(template)) throw changedSince();
      const by = { workflow: key, version: next };
      const entry = { action: "template.saved" as const, target: template, detail: by };
      await audit(tx, workspaceId, { id: newId(), actor, ...entry });
    }
    Object.assign(detail, { version: next, ...(restoredFrom !== null && { restoredFrom }) });
    if (ready.length > 0) detail.templates = ready.map((one) => one.key);
    if (minutes > 0) detail.spreadMinutes = minutes;
    tell(tx, workspaceId, { type: "workflow.published", workflow: key });
    const moves = { workflow: key, version: next, minutes };
    return { version: next, later: await enqueueMoves(ctx, tx, who, plan, moves) };
  });
  const movingLater = later.length;
  if (inFlight === "finish") return { version, moved: 0, movingLater };
  // With those that were committed on the old version since: their ids may lie between the others.
  const moved = await moveCases(ctx, who, key, version, { except: later });
  ctx.log.info({ workflow: key, version, moved, movingLater }, "cases moved to a version");
  return { version, moved, movingLater };
}

const changedSince = () =>
  new AppError(
    "conflict",
    "The draft, its contents or the live version have changed since the preview. Look at the preview again.",
  );

const scenariosOf = (
  ctx: Ctx,
  workspaceId: WorkspaceId,
  key: string,
  { definition, templates }: Source,
  locale: string,
): Promise<ScenarioResult[]> => runScenarios(ctx, workspaceId, key, definition, templates, locale);

/** A topic that nobody wrote yet is made, named after its key: a first workflow needs no other call. */
async function ensureTopic(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<void> {
  const words = key.replaceAll(/[-_.:]+/g, " ").trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1) || key;
  const channels = JSON.stringify(Channel.options);
  await tx.execute(sql`
    insert into topics (workspace_id, key, name, default_channels)
    values (${workspaceId}, ${key}, ${name}, ${channels}::jsonb) on conflict do nothing`);
}

const problemsIn = (checks: readonly Problem[]) =>
  checks.filter(({ severity }) => severity === "problem");

function refuse(
  checks: readonly Problem[],
  unfinished: readonly FieldError[],
  scenarios: readonly ScenarioResult[],
): void {
  const failed = scenarios.filter(({ required, ok }) => required && !ok);
  const errors = [
    ...problemsIn(checks).map(({ path, message }) => ({ path: `definition.${path}`, message })),
    ...unfinished,
    ...failed.map(({ key, failures }) => ({
      path: `scenarios.${key}`,
      message: failures.join(" ") || "This scenario fails.",
    })),
  ];
  if (errors.length === 0) return;
  const count = errors.length === 1 ? "1 problem stands" : `${errors.length} problems stand`;
  throw new AppError("invalid", `${count} against publishing.`, { errors });
}
