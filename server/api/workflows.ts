import { stringify } from "yaml";
import type { Workflow } from "@/core/contracts/workflows";
import { findVersion, findWorkflow, listVersions, listWorkflows } from "@/db/queries/workflows";
import { deleteWorkflow } from "@/server/workflows/delete-workflow";
import { previewPublish, publishWorkflow } from "@/server/workflows/publish";
import { saveDraft } from "@/server/workflows/save-draft";
import { simulateWorkflow } from "@/server/workflows/simulate";
import { triggerWorkflow } from "@/server/workflows/trigger";
import { archiveWorkflow, pauseWorkflow, resumeWorkflow } from "@/server/workflows/turn-workflow";
import { validateWorkflow } from "@/server/workflows/validate-workflow";
import { contentsOf } from "@/server/workflows/workflow-contents";
import {
  newestOf,
  versionShape,
  workflowShape,
  workflowSummary,
  workflowYaml,
} from "@/server/workflows/workflow-shape";
import { type ApiContext, answerCreated, api, found, readerOf, revisionOf } from "./base";

const YAML = "application/yaml";

const wantsYaml = ({ headers }: ApiContext): boolean =>
  /(?:application|text)\/(?:x-)?yaml\b/i.test(headers.get("accept") ?? "");

async function stored({ ctx, caller }: ApiContext, key: string) {
  return found(await findWorkflow(ctx.db, caller.workspaceId, key), "workflow");
}

async function storedWhole(context: ApiContext, key: string) {
  const { ctx, caller } = context;
  const row = await stored(context, key);
  const { draftTemplates } = row.workflow;
  const document = { definition: newestOf(row), draftTemplates };
  return { row, contents: await contentsOf(ctx.db, caller.workspaceId, key, document) };
}

async function read(context: ApiContext, key: string): Promise<Workflow> {
  const { row, contents } = await storedWhole(context, key);
  const shape = workflowShape(row, contents);
  context.reply.headers.set("etag", shape.etag);
  return shape;
}

export const workflows = {
  list: api.workflows.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listWorkflows(
      ctx.db,
      caller.workspaceId,
      input.query,
      input.query,
    );
    return { data: rows.map(workflowSummary), nextCursor };
  }),
  create: api.workflows.create.handler(async ({ input, context }) => {
    const { key } = input.body;
    await saveDraft(context.ctx, context.caller, key, input.body, { onlyNew: true });
    return read(context, key);
  }),
  get: api.workflows.get.handler(async ({ input, context }) => {
    const { key } = input.params;
    if (wantsYaml(context)) {
      const { row, contents } = await storedWhole(context, key);
      const text = workflowYaml(row, contents);
      context.reply.text = { contentType: YAML, text };
    }
    return read(context, key);
  }),
  put: api.workflows.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const revision = revisionOf(context);
    // Whoever names the revision has seen what they replace, and means it.
    const options = { ...revision, yields: revision.ifMatch === undefined };
    const { created } = await saveDraft(context.ctx, context.caller, key, input.body, options);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.workflows.delete.handler(({ input, context }) =>
    deleteWorkflow(context.ctx, context.caller, input.params.key, revisionOf(context)),
  ),
  validate: api.workflows.validate.handler(({ input, context }) =>
    validateWorkflow(context.ctx, context.caller, input.params.key, input.body),
  ),
  publish: api.workflows.publish.handler(({ input, context }) => {
    const { key } = input.params;
    const { locale } = readerOf(context);
    if (input.query.preview) return previewPublish(context.ctx, context.caller, key, { locale });
    return publishWorkflow(context.ctx, context.caller, key, { ...input.body, locale });
  }),
  versions: api.workflows.versions.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { key } = input.params;
    await stored(context, key);
    const { rows, nextCursor } = await listVersions(ctx.db, caller.workspaceId, key, input.query);
    return { data: rows.map(versionShape), nextCursor };
  }),
  version: api.workflows.version.handler(async ({ input, context }) => {
    const { ctx, caller, reply } = context;
    const { key, n } = input.params;
    const row = found(await findVersion(ctx.db, caller.workspaceId, key, n), "version");
    if (wantsYaml(context)) {
      reply.text = { contentType: YAML, text: stringify(row.definition) };
    }
    return versionShape(row);
  }),
  pause: api.workflows.pause.handler(async ({ input, context }) => {
    const { key } = input.params;
    await pauseWorkflow(context.ctx, context.caller, key, revisionOf(context));
    return read(context, key);
  }),
  resume: api.workflows.resume.handler(async ({ input, context }) => {
    const { key } = input.params;
    await resumeWorkflow(context.ctx, context.caller, key, revisionOf(context));
    return read(context, key);
  }),
  archive: api.workflows.archive.handler(async ({ input, context }) => {
    const { key } = input.params;
    await archiveWorkflow(context.ctx, context.caller, key, revisionOf(context));
    return read(context, key);
  }),
  trigger: api.workflows.trigger.handler(({ input, context }) =>
    triggerWorkflow(context.ctx, context.caller, input.params.key, input.body),
  ),
  simulate: api.workflows.simulate.handler(({ input, context }) =>
    simulateWorkflow(
      context.ctx,
      context.caller,
      input.params.key,
      input.body,
      readerOf(context).locale,
    ),
  ),
};
