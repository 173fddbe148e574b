import { sql } from "drizzle-orm";
import type { AuditAction } from "@/core/audit/audit-action";
import { parseMoment } from "@/core/calendar/zone";
import type { CaseEvent } from "@/core/case/case-event";
import type { Actor } from "@/core/case/state";
import type * as contract from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { toRfc3339 } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { nowOf } from "../clock/clock";
import { runInstant } from "../clock/test-clock";
import type { Ctx } from "../context";
import { keySubject, lockSubjects } from "../events/subject-locks";
import { newId } from "../new-id";
import { applyEvents, lockCases } from "./apply-events";
import { refusalText } from "./refusal-text";

/** Who acts, and where. */
export type Who = { workspaceId: WorkspaceId; actor: Actor };

/** What a verb did: ids of messages that will not leave, and of those already with a provider. */
export type VerbResult = { caseId: string; stopped: string[]; inFlight: string[] };

/** `ifMatch`: the revision the caller saw; another one is refused with `precondition_failed`. */
export type VerbOptions = { ifMatch?: number };

/** A deadlock with an event about the same person is rare, and over at the second try. */
const TRIES = 3;

/** An event but for its moment and its actor, which the verb fills in. */
export type Meaning = Record<string, unknown> & { type: CaseEvent["type"] & CaseVerb };

type VerbOf<Action> = Action extends `case.${infer Verb}` ? Verb : never;
type CaseVerb = VerbOf<AuditAction>;

/**
 * Does one thing to one case, in a transaction of its own. Refuses an unknown case (`not_found`),
 * another revision (`precondition_failed`) and what the case's state does not allow (`conflict`).
 */
export async function act(
  ctx: Ctx,
  who: Who,
  caseId: string,
  meaning: (tx: Tx) => Promise<Meaning> | Meaning,
  options: VerbOptions = {},
): Promise<VerbResult> {
  const work = (tx: Tx) => actIn(ctx, tx, who, caseId, meaning, options);
  const result = await inTransaction(ctx.db, work, { tries: TRIES });
  await runInstant(ctx, who.workspaceId);
  return result;
}

async function actIn(
  ctx: Ctx,
  tx: Tx,
  who: Who,
  caseId: string,
  meaning: (tx: Tx) => Promise<Meaning> | Meaning,
  options: VerbOptions = {},
): Promise<VerbResult> {
  const { workspaceId, actor } = who;
  const [row] = await lockCases(tx, [{ workspaceId, caseId }]);
  if (!row) throw new AppError("not_found", "There is no such case.");
  if (options.ifMatch !== undefined && options.ifMatch !== row.revision) {
    throw new AppError(
      "precondition_failed",
      `The case has changed since you read it: it is at revision ${row.revision}, you saw ${options.ifMatch}.`,
    );
  }
  const at = await nowOf(tx, workspaceId);
  const { type, ...detail } = await meaning(tx);
  const event = { at, by: actor, type, ...detail } as CaseEvent;
  const applied = await applyEvents(ctx, tx, [{ workspaceId, caseId, event }]);
  const result = applied.get(caseId);
  if (!result) throw new AppError("conflict", "The case's workflow version cannot be read.");
  if (result.refused) {
    const cause = { refusal: result.refused };
    throw new AppError("conflict", refusalText(result.refused), { cause });
  }
  const entry = { id: newId(), actor, action: `case.${type}` as const, target: caseId, detail };
  await audit(tx, workspaceId, entry);
  return { caseId, stopped: result.stopped, inFlight: result.inFlight };
}

export const resolveCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.ResolveInput,
  options?: VerbOptions,
) => act(ctx, who, id, () => ({ type: "resolved", ...input }), options);

export const acknowledgeCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.AcknowledgeInput,
  options?: VerbOptions,
) => act(ctx, who, id, () => ({ type: "acknowledged", ...input }), options);

/** Refuses a moment that has passed (`invalid`). */
export const snoozeCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.SnoozeInput,
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => {
      const until = Date.parse(input.until);
      const now = await nowOf(tx, who.workspaceId);
      if (until <= now) throw invalid("until", `must lie ahead; it is ${toRfc3339(now)} now`);
      return { type: "snoozed", until };
    },
    options,
  );

export const reassignCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.ReassignInput,
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => {
      await assertOwnerExists(tx, who.workspaceId, input);
      return { type: "reassigned", owner: input };
    },
    options,
  );

/** Takes the case on for a person, or for whoever asks, whoever has it. Refuses an unknown person (`invalid`). */
export const takeOverCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.TakeOverInput,
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => {
      const { personId } = input;
      if (personId !== undefined) await assertOwnerExists(tx, who.workspaceId, { personId });
      return { type: "taken_over", ...input };
    },
    options,
  );

/** Gives the case to a person or a team, tells them, and waits for them. Refuses when nobody there can be told (`conflict`). */
export const handOverCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  to: contract.ReassignInput,
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => {
      await assertOwnerExists(tx, who.workspaceId, to);
      return { type: "handed_over", to };
    },
    options,
  );

export const escalateCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.EscalateInput,
  options?: VerbOptions,
) => act(ctx, who, id, () => ({ type: "escalated_now", ...input }), options);

/** A bare date is the end of that day in the person's zone. A due moment in the past is taken as it is. */
export const moveDue = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.MoveDueInput,
  options?: VerbOptions,
) =>
  act(
    ctx,
    who,
    id,
    async (tx) => {
      const dueAt = parseMoment(input.dueAt, await zoneOfCase(tx, who.workspaceId, id));
      if (dueAt === null) throw invalid("dueAt", `is no date: ${input.dueAt}`);
      return { type: "due_moved", dueAt };
    },
    options,
  );

export const cancelCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.CancelInput,
  options?: VerbOptions,
) => act(ctx, who, id, () => ({ type: "canceled", ...input }), options);

/** `look` is asked while the case is held, and throws where it is to stay closed. */
type ReopenOptions = VerbOptions & {
  snoozedUntil?: number | null;
  look?: (tx: Tx) => Promise<void>;
};

/**
 * Opens a case again, snoozed again until `snoozedUntil` when that is still to come. Refuses when another case with the same key has
 * been opened meanwhile (`conflict`).
 */
export async function reopenCase(
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.ReopenInput & { takenBack?: true },
  options?: ReopenOptions,
): Promise<VerbResult> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      await lockKeyOf(tx, who.workspaceId, id);
      const meaning = async (): Promise<Meaning> => {
        await options?.look?.(tx);
        return { type: "reopened", ...input };
      };
      const done = await actIn(ctx, tx, who, id, meaning, options);
      const until = options?.snoozedUntil ?? null;
      if (until === null || until <= (await nowOf(tx, who.workspaceId))) return done;
      return actIn(ctx, tx, who, id, () => ({ type: "snoozed", until }));
    });
  } catch (error) {
    if (!isUniqueViolation(error, "cases_open_key")) throw error;
    throw new AppError("conflict", "Another case with this key is open for this person.", {
      cause: error,
    });
  }
}

/** An event that is just opening a case with this key must find this one open, or be found by it. */
async function lockKeyOf(tx: Tx, workspaceId: WorkspaceId, caseId: string): Promise<void> {
  const [row] = await tx.execute<{ workflow: string; key: string | null }>(sql`
    select workflow, key from cases where workspace_id = ${workspaceId} and id = ${caseId}`);
  if (row?.key == null) return;
  await lockSubjects(tx, workspaceId, [keySubject(row.workflow, row.key)]);
}

export const noteCase = (
  ctx: Ctx,
  who: Who,
  id: string,
  input: contract.NoteInput,
  options?: VerbOptions,
) => act(ctx, who, id, () => ({ type: "noted", ...input }), options);

/** Resolves every open case with a business key, in one transaction. */
export async function resolveByKey(
  ctx: Ctx,
  who: Who,
  input: contract.ResolveByKeyInput,
): Promise<{
  resolved: { caseId: string; number: number }[];
  stopped: string[];
  inFlight: string[];
}> {
  const { workspaceId, actor } = who;
  const result = await inTransaction(ctx.db, async (tx) => {
    const rows = await tx.execute<{ id: string; number: number }>(sql`
      select id, number from cases
      where workspace_id = ${workspaceId} and key = ${input.key} and status = 'open'
        and (${input.workflow ?? null}::text is null or workflow = ${input.workflow ?? null}) order by id`);
    const at = await nowOf(tx, workspaceId);
    const note = input.note === undefined ? {} : { note: input.note };
    const event = { type: "resolved" as const, at, by: actor, ...note };
    const applied = await applyEvents(
      ctx,
      tx,
      rows.map((row) => ({ workspaceId, caseId: row.id, event })),
    );
    const done = [...applied.values()].filter(({ refused }) => refused === null);
    return {
      resolved: done.map(({ row }) => ({ caseId: row.id, number: row.number })),
      stopped: done.flatMap(({ stopped }) => stopped),
      inFlight: done.flatMap(({ inFlight }) => inFlight),
    };
  });
  await runInstant(ctx, workspaceId);
  return result;
}

const VERBS = {
  resolve: resolveCase,
  acknowledge: acknowledgeCase,
  snooze: snoozeCase,
  reassign: reassignCase,
  "take-over": takeOverCase,
  "hand-over": handOverCase,
  escalate: escalateCase,
  due: moveDue,
  cancel: cancelCase,
  reopen: reopenCase,
  note: noteCase,
} as const;

/** Does one of the verbs by its name; `params` were checked against the verb's contract. */
export function doVerb(
  ctx: Ctx,
  who: Who,
  id: string,
  action: contract.CaseAction,
  params: unknown,
) {
  const verb = VERBS[action] as (
    ctx: Ctx,
    who: Who,
    id: string,
    input: unknown,
  ) => Promise<VerbResult>;
  return verb(ctx, who, id, params);
}

const invalid = (path: string, message: string) =>
  new AppError("invalid", `${path} ${message}`, { errors: [{ path, message }] });

/** Throws `invalid` for a team or a person that is not known. */
export async function assertOwnerExists(
  tx: Tx,
  workspaceId: WorkspaceId,
  owner: contract.ReassignInput,
) {
  const [found] =
    "team" in owner
      ? await tx.execute(
          sql`select 1 from teams where workspace_id = ${workspaceId} and key = ${owner.team}`,
        )
      : await tx.execute(
          sql`select 1 from people where workspace_id = ${workspaceId} and id = ${owner.personId}`,
        );
  if (!found)
    throw "team" in owner ? invalid("team", "is not known") : invalid("personId", "is not known");
}

async function zoneOfCase(tx: Tx, workspaceId: WorkspaceId, caseId: string): Promise<string> {
  const [row] = await tx.execute<{ zone: string }>(sql`
    select coalesce(p.time_zone, w.time_zone) as zone
    from cases c join workspaces w on w.id = c.workspace_id
    left join people p on p.workspace_id = c.workspace_id and p.id = c.person_id
    where c.workspace_id = ${workspaceId} and c.id = ${caseId}`);
  return row?.zone ?? "UTC";
}

/** True for PostgreSQL's unique violation of this index, wherever in the chain of causes it stands. */
function isUniqueViolation(error: unknown, index: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && cause.constraint_name === index) return true;
  }
  return false;
}
