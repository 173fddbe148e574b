import { z } from "zod";
import { Actor } from "@/core/case/state";
import { CaseAction } from "@/core/contracts/cases";
import { CaseId, Key, MessageId, WorkspaceId } from "@/core/ids";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { CASES_IN_MOVE_MAX, SPREAD_MINUTES_MAX } from "@/core/workflow/spread";

const LetterChannel = z.enum(["email", "sms"]);

/** What a person is written outside of any case. A code itself is never in the queue. */
const PersonLetter = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("fresh_link") }),
  z.object({ kind: z.literal("code"), channel: LetterChannel, changeId: z.uuid() }),
  z.object({
    kind: z.literal("address_changed"),
    channel: LetterChannel,
    to: z.string(),
    /** As the reader sees it: hidden but for its ends. */
    newAddress: z.string(),
  }),
]);

const OneMessage = z.object({ workspaceId: WorkspaceId, messageId: MessageId });

type Job = {
  payload: z.ZodType<object>;
  /** How often a handler that threw is run again; the world's own failures have their own counts. */
  retryLimit: number;
  retryDelayMs: number;
  /** A handler that takes longer is taken for dead, and its job run again. */
  expireMs: number;
  /** Where a job ends that never succeeded. */
  deadLetter?: string;
  /** At most one waiting job per singleton key. */
  onePerKey?: boolean;
};

/** Every background job: its name, what it carries, how it is retried. Handlers live in `jobs/`. */
export const JOBS = {
  /** Hand over a message again that its provider refused for now. */
  "message.retry": {
    payload: OneMessage,
    retryLimit: 5,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 5 * MINUTE_MS,
    deadLetter: "message.abandoned",
    onePerKey: true,
  },
  /** A retry that never ran to its end: the message fails with that reason. */
  "message.abandoned": {
    payload: OneMessage,
    retryLimit: 20,
    retryDelayMs: MINUTE_MS,
    expireMs: 5 * MINUTE_MS,
  },
  /** Tell the endpoints of those who came to a message, now that it is sure that they were no filter. */
  "message.hits": {
    payload: OneMessage,
    retryLimit: 8,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 2 * MINUTE_MS,
    onePerKey: true,
  },
  /** Make the HTTP request of a `call` step, and give its answer to the case. */
  "case.call": {
    payload: z.object({ workspaceId: WorkspaceId, caseId: CaseId, step: z.string() }),
    retryLimit: 3,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 2 * MINUTE_MS,
  },
  /** Fetch an email that a provider says came in, and take it for what it is. */
  "email.received": {
    payload: z.object({
      /** Null: the account of the environment. */
      account: z.object({ workspaceId: WorkspaceId, id: z.uuid() }).nullable(),
      emailId: z.string().max(200),
    }),
    retryLimit: 8,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 2 * MINUTE_MS,
    onePerKey: true,
  },
  /** Tell a number that what it said about the messages holds. Not again: it would come twice. */
  "reply.notice": {
    payload: z.object({
      workspaceId: WorkspaceId,
      to: z.string(),
      kind: z.enum(["stop", "start", "help"]),
    }),
    retryLimit: 0,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: MINUTE_MS,
  },
  /** Send a person a letter that belongs to no case: a fresh link to their page, a code, or that their address changed. */
  "person.letter": {
    payload: z.object({
      workspaceId: WorkspaceId,
      personId: z.string(),
      /** The letter's own: a provider that knows it does not send it twice. */
      id: z.uuid(),
      letter: PersonLetter,
    }),
    retryLimit: 4,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 2 * MINUTE_MS,
  },
  /** Do one verb to some cases. */
  "cases.bulk": {
    payload: z.object({
      workspaceId: WorkspaceId,
      jobId: z.uuid(),
      actor: Actor,
      ids: z.array(CaseId),
      action: CaseAction,
      params: z.record(z.string(), z.unknown()),
    }),
    retryLimit: 3,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 10 * MINUTE_MS,
  },
  /**
   * Move some open cases of a workflow to a version, unless another one is live by then; with
   * `spread`, those that would send at once over its minutes.
   */
  "cases.move": {
    payload: z.object({
      workspaceId: WorkspaceId,
      actor: Actor,
      workflow: Key,
      version: z.int().min(1),
      ids: z.array(CaseId).max(CASES_IN_MOVE_MAX),
      spread: z
        .object({
          minutes: z.int().min(1).max(SPREAD_MINUTES_MAX),
          part: z.int().min(0),
          parts: z.int().min(1),
        })
        .optional(),
    }),
    retryLimit: 3,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 10 * MINUTE_MS,
  },
  /** Tell the webhook of an escalation level that a case needs it, or that it is over. */
  "escalation.webhook": {
    payload: z.object({
      workspaceId: WorkspaceId,
      caseId: CaseId,
      step: z.string(),
      visit: z.int(),
      level: z.int(),
      url: z.url(),
      event: z.enum(["escalated", "closed"]).default("escalated"),
    }),
    retryLimit: 5,
    retryDelayMs: 5 * SECOND_MS,
    expireMs: 2 * MINUTE_MS,
  },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]["payload"]>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];

/** What `JOBS` says about one job, with the optional parts readable. */
export const jobPolicy = (name: JobName): Job => JOBS[name];

/** A job that waits longer than this to be run is dropped by the queue. */
export const JOB_KEPT_MS = 14 * DAY_MS;
