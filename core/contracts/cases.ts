import { z } from "zod";
import { CASE_STATUSES, WAITING_FOR } from "@/core/case/state";
import { CaseId, Key, PersonId } from "@/core/ids";
import { Priority } from "@/core/workflow/steps/shared";
import { endpoint, FilterText, pageOf, pageQuery } from "./endpoint";
import { At, CaseRef, DueText, MomentText, Note, OwnerShape } from "./fields";

export const CASES_IN_BULK_MAX = 10_000;

const PlanItem = z.looseObject({
  at: At.nullable(),
  kind: z.string(),
  sentence: z.string(),
  stage: z.string().nullable(),
  step: z.string().nullable(),
});
const Next = z.object({ at: At.nullable(), kind: z.string(), sentence: z.string() });

export const Case = z
  .object({
    id: z.string(),
    number: z.int(),
    key: z.string().nullable(),
    subject: z.string(),
    status: z.enum(CASE_STATUSES),
    outcome: z.string().nullable(),
    waitingFor: z.enum(WAITING_FOR).nullable(),
    workflow: z.string(),
    version: z.int(),
    stage: z.string().nullable(),
    step: z.string().nullable(),
    personId: z.string(),
    owner: OwnerShape.nullable(),
    priority: Priority,
    level: z.int(),
    acknowledgedBy: z.string().nullable(),
    acknowledgedAt: At.nullable(),
    data: z.record(z.string(), z.unknown()),
    dueAt: At.nullable(),
    snoozedUntil: At.nullable(),
    openedAt: At,
    firstResponseAt: At.nullable(),
    closedAt: At.nullable(),
    closedBy: z.string().nullable(),
    revision: z.int(),
    next: Next.nullable().meta({
      description:
        "What happens next, and when. In lists and webhooks: what it waits for (`kind` is `waitingFor`), and until when",
    }),
    plan: z
      .array(PlanItem)
      .meta({ description: "What follows as things stand; only on single reads" }),
  })
  .meta({ description: "One open matter going through one workflow version for one person" });
export type Case = z.infer<typeof Case>;

export const TimelineEntry = z.object({
  at: At,
  class: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  sentence: z.string(),
  because: z.string().nullable(),
  evidence: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const Halted = z.object({
  messageId: z.string(),
  personId: z.string(),
  channel: z.string(),
  step: z.string(),
  status: z.string(),
});

/** Answer of every verb: the case as it stands, messages that will not leave, and those already on their way. */
export const CaseOutcome = z.object({
  case: Case,
  stopped: z.array(Halted),
  inFlight: z.array(Halted),
});
export type CaseOutcome = z.infer<typeof CaseOutcome>;

export const ResolveInput = z.strictObject({
  outcome: Key.optional(),
  note: Note.optional(),
  confirm: z.boolean().optional().meta({ description: "false: resolve without confirmations" }),
});
export type ResolveInput = z.infer<typeof ResolveInput>;

export const AcknowledgeInput = z.strictObject({
  personId: PersonId.optional().meta({ description: "Who took it on; default: the key's name" }),
});
export type AcknowledgeInput = z.infer<typeof AcknowledgeInput>;

export const SnoozeInput = z.strictObject({ until: MomentText });
export type SnoozeInput = z.infer<typeof SnoozeInput>;

export const ReassignInput = z.union(
  [z.strictObject({ personId: PersonId }), z.strictObject({ team: Key })],
  { error: "give either personId or team" },
);
export type ReassignInput = z.infer<typeof ReassignInput>;

export const TakeOverInput = z.strictObject({
  personId: PersonId.optional().meta({ description: "Who has it now; default: the key's name" }),
});
export type TakeOverInput = z.infer<typeof TakeOverInput>;

export const EscalateInput = z.strictObject({
  expectedLevel: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .meta({ description: "Refused with 409 when the case stands at another level" }),
});
export type EscalateInput = z.infer<typeof EscalateInput>;

export const MoveDueInput = z.strictObject({ dueAt: DueText });
export type MoveDueInput = z.infer<typeof MoveDueInput>;

export const CancelInput = z.strictObject({ reason: Note });
export type CancelInput = z.infer<typeof CancelInput>;

export const ReopenInput = z.strictObject({
  step: Key.optional().meta({ description: "Where to go on; default: where it stood" }),
});
export type ReopenInput = z.infer<typeof ReopenInput>;

export const NoteInput = z.strictObject({ text: Note });
export type NoteInput = z.infer<typeof NoteInput>;

export const ResolveByKeyInput = z.strictObject({
  key: Key,
  workflow: Key.optional(),
  note: Note.optional(),
});
export type ResolveByKeyInput = z.infer<typeof ResolveByKeyInput>;

/** One or several words, separated by commas: `open,expired`. */
const words = <T extends string>(allowed: readonly [T, ...T[]]) =>
  z
    .string()
    .max(256)
    .transform((text) => text.split(",").map((word) => word.trim()))
    .pipe(z.array(z.enum(allowed)).min(1))
    .meta({ description: `Of ${allowed.join(", ")}; several separated by commas` });

const caseFilter = {
  status: words(CASE_STATUSES).optional(),
  workflow: FilterText.optional(),
  person: FilterText.optional(),
  key: FilterText.optional(),
  stage: FilterText.optional(),
  waitingFor: words(WAITING_FOR).optional(),
  owner: FilterText.optional().meta({ description: "Person who owns it" }),
  team: FilterText.optional().meta({ description: "Team that owns it" }),
  priority: words(Priority.options as ["low", "normal", "high", "urgent"]).optional(),
  version: z.coerce.number<string>("a whole number").int().min(1).max(1_000_000).optional(),
  dueBefore: MomentText.optional(),
  dueAfter: MomentText.optional(),
  openedBefore: MomentText.optional(),
  openedAfter: MomentText.optional(),
  q: FilterText.optional().meta({ description: "Part of the subject, the key or the person's id" }),
};

export const CaseFilter = z.strictObject(caseFilter);
export type CaseFilter = z.infer<typeof CaseFilter>;

export const CasesQuery = z.strictObject({ ...pageQuery, ...caseFilter });
export type CasesQuery = z.infer<typeof CasesQuery>;

/** Every verb by the name the API has for it, with what it takes. */
export const CASE_ACTIONS = {
  resolve: ResolveInput,
  acknowledge: AcknowledgeInput,
  snooze: SnoozeInput,
  reassign: ReassignInput,
  "take-over": TakeOverInput,
  "hand-over": ReassignInput,
  escalate: EscalateInput,
  due: MoveDueInput,
  cancel: CancelInput,
  reopen: ReopenInput,
  note: NoteInput,
} as const;

export const CaseAction = z.enum(
  Object.keys(CASE_ACTIONS) as [keyof typeof CASE_ACTIONS, ...(keyof typeof CASE_ACTIONS)[]],
);
export type CaseAction = z.infer<typeof CaseAction>;

export const BulkInput = z
  .strictObject({
    ids: z.array(CaseId).min(1).max(CASES_IN_BULK_MAX).optional(),
    filter: CaseFilter.optional(),
    action: CaseAction,
    params: z.record(z.string(), z.unknown()).default({}),
  })
  .superRefine((bulk, context) => {
    if ((bulk.ids === undefined) === (bulk.filter === undefined)) {
      context.addIssue({ code: "custom", path: ["ids"], message: "give either ids or filter" });
    }
    const params = CASE_ACTIONS[bulk.action].safeParse(bulk.params);
    for (const issue of params.error?.issues ?? []) {
      context.addIssue({
        code: "custom",
        path: ["params", ...issue.path],
        message: issue.message,
      });
    }
  });
export type BulkInput = z.infer<typeof BulkInput>;

const tags = ["Cases"];
const params = z.strictObject({ id: CaseRef });

const verb = <S extends z.ZodType>(action: CaseAction, summary: string, body: S) =>
  endpoint("cases:write", { method: "POST", path: `/cases/{id}/${action}`, summary, tags })
    .input(z.object({ params, body }))
    .output(CaseOutcome);

export const casesContract = {
  list: endpoint("cases:read", { method: "GET", path: "/cases", summary: "List cases", tags })
    .input(z.object({ query: CasesQuery }))
    .output(pageOf(Case)),
  get: endpoint("cases:read", {
    method: "GET",
    path: "/cases/{id}",
    summary: "Read a case",
    description: "With what happens next and the plan after it. Answers an `ETag`.",
    tags,
  })
    .input(z.object({ params }))
    .output(Case),
  timeline: endpoint("cases:read", {
    method: "GET",
    path: "/cases/{id}/timeline",
    summary: "Everything that happened to a case, and why",
    description: "Sentences in the language of `Accept-Language` (en, de).",
    tags,
  })
    .input(z.object({ params }))
    .output(z.array(TimelineEntry)),
  resolve: verb("resolve", "Resolve a case", ResolveInput),
  acknowledge: verb("acknowledge", "Take a case on", AcknowledgeInput),
  snooze: verb("snooze", "Leave a case until later", SnoozeInput),
  reassign: verb("reassign", "Give a case to a person or a team", ReassignInput),
  takeOver: verb("take-over", "Take a case on, whoever has it", TakeOverInput),
  handOver: verb("hand-over", "Hand a case to a person or a team, who are told now", ReassignInput),
  escalate: verb("escalate", "Bring in the next level now", EscalateInput),
  due: verb("due", "Move the due moment", MoveDueInput),
  cancel: verb("cancel", "Cancel a case", CancelInput),
  reopen: verb("reopen", "Open a closed case again", ReopenInput),
  note: verb("note", "Write a note on a case", NoteInput),
  resolveByKey: endpoint("cases:write", {
    method: "POST",
    path: "/cases/resolve",
    summary: "Resolve every open case with a business key",
    tags,
  })
    .input(z.object({ body: ResolveByKeyInput }))
    .output(
      z.object({
        resolved: z.array(z.object({ caseId: z.string(), number: z.int() })),
        stopped: z.array(Halted),
        inFlight: z.array(Halted),
      }),
    ),
  bulk: endpoint("cases:write", {
    method: "POST",
    path: "/cases/bulk",
    summary: "Do the same to many cases",
    description: `At most ${CASES_IN_BULK_MAX} ids, or a filter as in the list.`,
    successStatus: 202,
    tags,
  })
    .input(z.object({ body: BulkInput }))
    .output(z.object({ jobId: z.string() })),
};
