import { z } from "zod";
import { Scenario } from "@/core/case/scenario";
import { SCENARIOS_MAX, ScenarioTest } from "@/core/case/scenario-test";
import { Key } from "@/core/ids";
import { DraftTemplates } from "@/core/template/draft-template";
import { Definition } from "@/core/workflow/definition";
import { SPREAD_MINUTES_MAX } from "@/core/workflow/spread";
import { endpoint, FilterText, PageQuery, pageOf, pageQuery } from "./endpoint";
import { At, Data, DueText, keyParams, MomentText, Note } from "./fields";
import { PersonRef } from "./people";

export const PEOPLE_IN_TRIGGER_MAX = 1_000;

export const WORKFLOW_STATUSES = ["draft", "live", "paused", "archived"] as const;

const Name = z.string().trim().min(1).max(120);

/** The draft as written whole; in JSON or YAML. */
export const WorkflowInput = z.strictObject({
  key: Key.optional().meta({ description: "The address's key again" }),
  name: Name,
  definition: Definition,
  templates: DraftTemplates.optional().meta({
    description:
      "Contents by key. Those that differ from what is published wait in the draft until it is.",
  }),
  scenarios: z
    .array(ScenarioTest)
    .max(SCENARIOS_MAX)
    .optional()
    .meta({ description: "The scenarios kept with the workflow, in place of those it has" }),
});
export type WorkflowInput = z.infer<typeof WorkflowInput>;

export const NewWorkflowInput = WorkflowInput.required({ key: true });
export type NewWorkflowInput = z.infer<typeof NewWorkflowInput>;

const DefinitionShape = z
  .record(z.string(), z.unknown())
  .meta({ description: "The document: start, stages, steps, resolution" });

export const WorkflowSummary = z.object({
  key: z.string(),
  name: z.string(),
  status: z.enum(WORKFLOW_STATUSES),
  liveVersion: z.int().nullable(),
  hasDraft: z.boolean(),
  purpose: z.string().nullable(),
  topic: z.string().nullable(),
  revision: z.int(),
  createdAt: At,
  updatedAt: At,
});
export type WorkflowSummary = z.infer<typeof WorkflowSummary>;

export const Workflow = z
  .object({
    ...WorkflowSummary.shape,
    draft: DefinitionShape.nullable().meta({ description: "null: same as the live version" }),
    definition: DefinitionShape.nullable().meta({
      description: "The live version's document; before the first publishing, the draft's",
    }),
    templates: z.record(z.string(), z.unknown()).meta({
      description: "The contents the newest document sends, as its draft has them",
    }),
    scenarios: z.array(z.unknown()).meta({ description: "What is simulated before publishing" }),
    etag: z.string(),
  })
  .meta({ description: "A design with numbered versions and at most one draft" });
export type Workflow = z.infer<typeof Workflow>;

export const WorkflowVersion = z.object({
  version: z.int(),
  definition: DefinitionShape,
  note: z.string().nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: At,
});
export type WorkflowVersion = z.infer<typeof WorkflowVersion>;

/** Something wrong with, or worth knowing about, a definition: place, sentence, reason and fix. */
const DefinitionProblem = z.object({
  code: z.string(),
  severity: z.enum(["problem", "check"]).meta({ description: "A problem blocks publishing" }),
  path: z.string(),
  step: z.string().nullable(),
  message: z.string(),
  why: z.string(),
  fix: z.string(),
});
export type DefinitionProblem = z.infer<typeof DefinitionProblem>;

export const ValidateInput = z
  .strictObject({
    definition: z.unknown().optional().meta({ description: "Default: the draft" }),
  })
  .prefault({});
export type ValidateInput = z.infer<typeof ValidateInput>;

export const PublishInput = z
  .strictObject({
    confirmToken: z.string().min(1).max(256).optional(),
    inFlight: z.enum(["finish", "move"]).default("finish").meta({
      description: "Open cases finish on their version, or move to the new one",
    }),
    spreadMinutes: z.int().min(0).max(SPREAD_MINUTES_MAX).optional().meta({
      description:
        "With `move`: cases that would send a message within the hour because of it move evenly over this time; the others at once",
    }),
    note: Note.optional(),
  })
  .prefault({});
export type PublishInput = z.infer<typeof PublishInput>;

export const PublishPreview = z.looseObject({
  changes: z.array(z.unknown()),
  checks: z.array(z.unknown()),
  impact: z.unknown(),
  confirmToken: z.string(),
});
export type PublishPreview = z.infer<typeof PublishPreview>;

export const PublishResult = z.looseObject({ version: z.int() });
export type PublishResult = z.infer<typeof PublishResult>;

export const TriggerInput = z.strictObject({
  people: z.array(PersonRef).min(1).max(PEOPLE_IN_TRIGGER_MAX),
  data: Data.optional(),
  key: Key.optional(),
  dueAt: DueText.optional(),
});
export type TriggerInput = z.infer<typeof TriggerInput>;

export const TriggerResult = z.looseObject({
  cases: z.array(z.object({ caseId: z.string(), number: z.int(), personId: z.string() })),
});
export type TriggerResult = z.infer<typeof TriggerResult>;

export const SimulateInput = z.strictObject({
  person: PersonRef,
  data: Data.default({}),
  dueAt: DueText.optional(),
  startAt: MomentText.optional(),
  scenario: Scenario.prefault({}),
  definition: Definition.optional().meta({
    description: "Default: the draft, or the live version",
  }),
});
export type SimulateInput = z.infer<typeof SimulateInput>;

export const SimulateResult = z.object({
  timeline: z.array(
    z.looseObject({
      at: At,
      class: z.string(),
      code: z.string(),
      sentence: z.string(),
      message: z.unknown().optional(),
    }),
  ),
  end: z.looseObject({ status: z.string(), at: At }),
});
export type SimulateResult = z.infer<typeof SimulateResult>;

const tags = ["Workflows"];
const one = "/workflows/{key}";
const empty = z.strictObject({}).prefault({});

const WorkflowsQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(WORKFLOW_STATUSES).optional(),
  q: FilterText.optional().meta({ description: "Part of the name or the key" }),
});
export type WorkflowsQuery = z.infer<typeof WorkflowsQuery>;

const turn = (to: "pause" | "resume" | "archive", summary: string) =>
  endpoint("workflows:write", { method: "POST", path: `${one}/${to}`, summary, tags })
    .input(z.object({ params: keyParams, body: empty }))
    .output(Workflow);

export const workflowsContract = {
  list: endpoint("workflows:read", {
    method: "GET",
    path: "/workflows",
    summary: "List workflows",
    tags,
  })
    .input(z.object({ query: WorkflowsQuery }))
    .output(pageOf(WorkflowSummary)),
  create: endpoint(
    "workflows:write",
    {
      method: "POST",
      path: "/workflows",
      summary: "Create a workflow with a draft",
      description: "409 when the key is taken. JSON or YAML (`application/yaml`).",
      successStatus: 201,
      tags,
    },
    ["yaml"],
  )
    .input(z.object({ body: NewWorkflowInput }))
    .output(Workflow),
  get: endpoint("workflows:read", {
    method: "GET",
    path: one,
    summary: "Read a workflow",
    description:
      "With `Accept: application/yaml`, as YAML that can be written back. Answers an `ETag`.",
    tags,
  })
    .input(z.object({ params: keyParams }))
    .output(Workflow),
  put: endpoint(
    "workflows:write",
    {
      method: "PUT",
      path: one,
      summary: "Create a workflow or replace its draft",
      description:
        "JSON or YAML (`application/yaml`). 201 when new, 200 when replaced. 409 without `If-Match` while somebody writes the draft in the editor.",
      tags,
    },
    ["yaml"],
  )
    .input(z.object({ params: keyParams, body: WorkflowInput }))
    .output(Workflow),
  delete: endpoint("workflows:write", {
    method: "DELETE",
    path: one,
    summary: "Delete a workflow",
    description: "Only one that never had a case; archive it otherwise.",
    successStatus: 204,
    tags,
  })
    .input(z.object({ params: keyParams }))
    .output(z.void()),
  validate: endpoint(
    "workflows:read",
    {
      method: "POST",
      path: `${one}/validate`,
      summary: "Check a definition",
      tags,
    },
    ["yaml"],
  )
    .input(z.object({ params: keyParams, body: ValidateInput }))
    .output(z.object({ problems: z.array(DefinitionProblem) })),
  publish: endpoint("workflows:write", {
    method: "POST",
    path: `${one}/publish`,
    summary: "Publish the draft as a new version",
    description:
      "With `preview=true` nothing is published: the answer says what would change, and for whom.",
    tags,
  })
    .input(
      z.object({
        params: keyParams,
        query: z.strictObject({ preview: z.stringbool().default(false) }),
        body: PublishInput,
      }),
    )
    .output(z.union([PublishPreview, PublishResult])),
  versions: endpoint("workflows:read", {
    method: "GET",
    path: `${one}/versions`,
    summary: "List published versions",
    tags,
  })
    .input(z.object({ params: keyParams, query: PageQuery }))
    .output(pageOf(WorkflowVersion)),
  version: endpoint("workflows:read", {
    method: "GET",
    path: `${one}/versions/{n}`,
    summary: "Read a published version",
    tags,
  })
    .input(
      z.object({
        params: z.strictObject({
          key: Key,
          n: z.coerce.number<string>("a whole number").int().min(1).max(1_000_000),
        }),
      }),
    )
    .output(WorkflowVersion),
  pause: turn("pause", "Pause: no new cases open"),
  resume: turn("resume", "Resume a paused or archived workflow"),
  archive: turn("archive", "Archive: no new cases, out of the lists"),
  trigger: endpoint("workflows:write", {
    method: "POST",
    path: `${one}/trigger`,
    summary: "Open cases by hand",
    successStatus: 202,
    tags,
  })
    .input(z.object({ params: keyParams, body: TriggerInput }))
    .output(TriggerResult),
  simulate: endpoint("workflows:read", {
    method: "POST",
    path: `${one}/simulate`,
    summary: "Run a workflow on a virtual clock",
    tags,
  })
    .input(z.object({ params: keyParams, body: SimulateInput }))
    .output(SimulateResult),
};
