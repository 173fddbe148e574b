import { sql } from "drizzle-orm";
import type { Refusal } from "@/core/case/advance";
import type { CaseEvent } from "@/core/case/case-event";
import type { Actor } from "@/core/case/state";
import type { CaseAction } from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import { type Instant, MINUTE_MS } from "@/core/time";
import { Definition } from "@/core/workflow/definition";
import { inTransaction } from "@/db/client";
import { applyEvents } from "../cases/apply-events";
import { doVerb, type Who } from "../cases/verbs";
import { moveTestClock } from "../clock/test-clock";
import type { Ctx } from "../context";
import { forceLive, setUpCompany } from "./company";
import { newWorkspace, openMany } from "./house";

/** Monday, 9:00 in Berlin. */
export const MONDAY = Date.parse("2026-03-02T08:00:00Z");
export const EMAIL = [{ email: "esc" }];

/** A level that tells these targets; people by their id. */
export const level = (
  targets: readonly (string | Record<string, unknown>)[],
  more: Record<string, unknown> = {},
) => ({
  targets: targets.map((target) => (typeof target === "string" ? { person: target } : target)),
  channels: EMAIL,
  acknowledgeWithin: "PT30M",
  ...more,
});

type Told = { personId: string; at: number; level: number | null; step: string; status: string };

/** A sandbox of its own time in which one escalation runs, case by case. */
export class EscalationScene {
  readonly ctx: Ctx;
  readonly who: Who;
  readonly #start: Instant;

  private constructor(ctx: Ctx, who: Who, start: Instant) {
    this.ctx = ctx;
    this.who = who;
    this.#start = start;
  }

  /** The company of the tests, as `prepare` changes it, and a workflow that escalates at once. */
  static async open(
    ctx: Ctx,
    escalate: Record<string, unknown>,
    {
      at = MONDAY,
      prepare,
      after = [],
    }: { at?: Instant; prepare?: (who: Who) => Promise<unknown>; after?: unknown[] } = {},
  ): Promise<EscalationScene> {
    const who = await newWorkspace(ctx);
    await setUpCompany(ctx, who);
    await prepare?.(who);
    const steps = [{ id: "e", kind: "escalate", ...escalate }, ...after];
    const note = { kind: "send", channels: [{ email: "t-email" }] };
    const definition = Definition.parse({
      schema: 1,
      purpose: "escalation",
      topic: "tasks",
      subject: "A matter",
      stages: [{ id: "only", name: "Only", steps }],
      resolution: {
        steps: [
          { id: "c1", ...note },
          { id: "c2", ...note, to: "involved" },
        ],
      },
    });
    await forceLive(ctx, who, "w", definition);
    await moveTestClock(ctx, who.workspaceId, at);
    return new EscalationScene(ctx, who, at);
  }

  /** Opens a case about Mara, or whoever else, and runs what is due at once. */
  async begin(personId = "mara"): Promise<string> {
    const [id = ""] = await openMany(this.ctx, this.who, "w", [{ personId }]);
    const [row] = await this.ctx.db.execute<{ now: number }>(sql`
      select round(date_part('epoch', clock_at) * 1000) as now from workspaces
      where id = ${this.who.workspaceId}`);
    await moveTestClock(this.ctx, this.who.workspaceId, row?.now ?? this.#start);
    return id;
  }

  /** Runs the clock to so many minutes after the start. */
  async after(minutes: number): Promise<void> {
    await this.goTo(this.#start + minutes * MINUTE_MS);
  }

  async goTo(at: Instant): Promise<void> {
    await moveTestClock(this.ctx, this.who.workspaceId, at);
  }

  /** Somebody does one of the verbs; gives why it was refused, or null. */
  async do(
    id: string,
    action: CaseAction,
    input: object = {},
    by: string | Actor = this.who.actor,
  ): Promise<Refusal | null> {
    const actor: Actor = typeof by === "string" ? { kind: "person", id: by, name: by } : by;
    try {
      await doVerb(this.ctx, { ...this.who, actor }, id, action, input);
      return null;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return refusal;
    }
  }

  /** Something happens to a case in a transaction of its own, and nothing else of this moment; gives the refusal. */
  async happen(caseId: string, event: CaseEvent): Promise<Refusal | null> {
    const { workspaceId } = this.who;
    const applied = await inTransaction(
      this.ctx.db,
      (tx) => applyEvents(this.ctx, tx, [{ workspaceId, caseId, event }]),
      { tries: 5 },
    );
    return applied.get(caseId)?.refused ?? null;
  }

  /** Who was told of the case, when (minutes after the start) and for which level; without the primary person. */
  async told(id: string): Promise<Told[]> {
    const rows = await this.ctx.db.execute<Told>(sql`
      select person_id as "personId", step, status, (request ->> 'level')::int as level,
        (date_part('epoch', planned_at) * 1000 - ${this.#start}) / ${MINUTE_MS} as at
      from messages where workspace_id = ${this.who.workspaceId} and case_id = ${id}
        and step <> 'c1' order by planned_at, visit, step, person_id`);
    return [...rows];
  }

  /** As `told`, in short: `minutes person level`. */
  async tellings(id: string): Promise<string[]> {
    const told = await this.told(id);
    return told.map(({ personId, at, level: n }) => `${at} ${personId} ${n ?? "-"}`);
  }

  async state(id: string): Promise<{
    status: string;
    level: number;
    step: string | null;
    owner: string | null;
    acknowledgedBy: string | null;
    nextAt: number | null;
  }> {
    const [row] = await this.ctx.db.execute<{
      status: string;
      level: number;
      step: string | null;
      owner: string | null;
      acknowledgedBy: string | null;
      nextAt: number | null;
    }>(sql`
      select status, level, step,
        coalesce(owner_person_id, owner_team) as owner, acknowledged_by as "acknowledgedBy",
        round(date_part('epoch', next_action_at) * 1000) as "nextAt"
      from cases where workspace_id = ${this.who.workspaceId} and id = ${id}`);
    if (!row) throw new Error(`there is no case ${id}`);
    return row;
  }

  /** The timeline's codes, oldest first; only those of escalations when `prefix` says so. */
  async lines(
    id: string,
    prefix = "esc.",
  ): Promise<{ code: string; params: Record<string, unknown> }[]> {
    const rows = await this.ctx.db.execute<{ code: string; params: Record<string, unknown> }>(sql`
      select e ->> 'code' as code, e -> 'params' as params
      from case_decisions d, jsonb_array_elements(d.entries) with ordinality as o(e, place)
      where d.workspace_id = ${this.who.workspaceId} and d.case_id = ${id}
        and starts_with(e ->> 'code', ${prefix})
      order by d.id, place`);
    return [...rows];
  }

  async codes(id: string, prefix = "esc."): Promise<string[]> {
    return (await this.lines(id, prefix)).map(({ code }) => code);
  }
}

export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof AppError) || error.code !== "conflict") return null;
  const { cause } = error;
  if (typeof cause !== "object" || cause === null || !("refusal" in cause)) return null;
  return cause.refusal as Refusal;
}
