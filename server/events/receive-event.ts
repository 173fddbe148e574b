import { sql } from "drizzle-orm";
import { parseMoment } from "@/core/calendar/zone";
import { dueOf, keyFrom } from "@/core/case/opening";
import type { Actor } from "@/core/case/state";
import { evaluateText } from "@/core/condition/evaluate-text";
import { pathValue } from "@/core/condition/path";
import { type EventInput, EventResult } from "@/core/contracts/events";
import { PersonRef } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { applyEvents, commit } from "../cases/apply-events";
import { factsChanged } from "../cases/facts-changed";
import { takeNumbers } from "../cases/numbers";
import { type Opening, openCaseOf, openCases } from "../cases/open-case";
import { type LoadedPerson, loadPeople, personName } from "../cases/people-facts";
import { loadWorkflows, type WorkflowFacts } from "../cases/workflow-facts";
import { calendarFor, loadWorkspaces } from "../cases/workspace-facts";
import { runInstant } from "../clock/test-clock";
import type { Ctx } from "../context";
import { announce } from "../live/announce";
import { newId } from "../new-id";
import { upsertPeople } from "../people/upsert-people";
import { keepEarly, takeEarly } from "./early-answers";
import { type Arrived, findAnswered, meaningOf, questionsOf } from "./match-answers";
import { keySubject, lockSubjects, personSubject } from "./subject-locks";

/** A deadlock with a verb on the same person is rare, and over at the second try. */
const TRIES = 3;

/**
 * A system notification: opens cases, answers them, or does neither, in one transaction. When the
 * answer is there, cases are open or closed. An `id` that was seen before gives the first answer
 * again. Refuses nothing that is well formed: what matched no workflow is recorded with the reason.
 */
export async function receiveEvent(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  input: EventInput,
): Promise<EventResult> {
  const workflows = await loadWorkflows(ctx.db, workspaceId);
  const starts = workflows.filter(({ live }) => live?.definition.start?.event === input.name);
  const numbers = await takeNumbers(ctx.db, workspaceId, starts.length);
  const { result, testClock } = await inTransaction(
    ctx.db,
    async (tx) => {
      const earlier = await claimExternalId(tx, workspaceId, input.id ?? null);
      if (earlier) return { result: earlier, testClock: false };
      return new Reception(ctx, tx, workspaceId, input, workflows, starts, [...numbers]).receive();
    },
    { tries: TRIES },
  );
  if (testClock) await runInstant(ctx, workspaceId);
  return result;
}

/** The result of the same event, if it came before. Two at once: the second waits for the first. */
async function claimExternalId(
  tx: Tx,
  workspaceId: WorkspaceId,
  externalId: string | null,
): Promise<EventResult | null> {
  if (externalId === null) return null;
  await lockSubjects(tx, workspaceId, [`event/${externalId}`]);
  const [row] = await tx.execute<{ result: unknown }>(sql`
    select result from events where workspace_id = ${workspaceId} and external_id = ${externalId}`);
  return row ? EventResult.parse(row.result) : null;
}

type Start = { workflow: WorkflowFacts; personId: string; key: string | null };

/** One event on its way through its transaction. */
class Reception {
  readonly #ctx: Ctx;
  readonly #tx: Tx;
  readonly #workspaceId: WorkspaceId;
  readonly #input: EventInput;
  readonly #workflows: readonly WorkflowFacts[];
  readonly #starts: readonly WorkflowFacts[];
  readonly #numbers: number[];
  readonly #id = newId();
  readonly #data: Record<string, unknown>;
  readonly #result: EventResult;
  /** Known people whom this event brought up to date. */
  readonly #changed: string[] = [];

  constructor(
    ctx: Ctx,
    tx: Tx,
    workspaceId: WorkspaceId,
    input: EventInput,
    workflows: readonly WorkflowFacts[],
    starts: readonly WorkflowFacts[],
    numbers: number[],
  ) {
    this.#ctx = ctx;
    this.#tx = tx;
    this.#workspaceId = workspaceId;
    this.#input = input;
    this.#workflows = workflows;
    this.#starts = starts;
    this.#numbers = numbers;
    this.#data = input.data ?? {};
    this.#result = {
      id: input.id ?? this.#id,
      opened: [],
      resolved: [],
      responded: [],
      ignored: [],
    };
  }

  async receive(): Promise<{ result: EventResult; testClock: boolean }> {
    const { now, testClock, zone } = await this.#workspace();
    const personId = await this.#personOf(this.#input.person);
    const person = personId === null ? null : await this.#load(personId);
    const by: Actor = { kind: "event", id: this.#id, name: this.#input.name };
    const arrived: Arrived = {
      name: this.#input.name,
      key: this.#input.key ?? null,
      data: this.#data,
      person,
      zone: person?.timeZone ?? zone,
      now,
      by,
    };
    const starts = await this.#startsFor(arrived, personId);
    const questions = questionsOf(this.#workflows, arrived);
    await lockSubjects(this.#tx, this.#workspaceId, [
      ...questions.map(({ workflow, key }) =>
        key === null ? personSubject(workflow, personId ?? "") : keySubject(workflow, key),
      ),
      ...starts.flatMap(({ workflow, personId: id, key }) => [
        personSubject(workflow.key, id),
        ...(key === null ? [] : [keySubject(workflow.key, key)]),
      ]),
    ]);
    // Only now: everybody locks subjects before cases.
    const whom = { personIds: this.#changed };
    await factsChanged(this.#ctx, this.#tx, this.#workspaceId, whom, "person");
    await this.#record(arrived, personId);
    await this.#answer(arrived, questions, personId);
    await this.#open(arrived, starts, testClock);
    await this.#finish();
    return { result: this.#result, testClock };
  }

  async #workspace(): Promise<{ now: Instant; testClock: boolean; zone: string }> {
    const [row] = await this.#tx.execute<{ now: Instant; testClock: boolean; zone: string }>(sql`
      select floor(date_part('epoch', coalesce(clock_at, clock_timestamp())) * 1000) as now,
        clock_at is not null as "testClock", time_zone as zone
      from workspaces where id = ${this.#workspaceId}`);
    return row ?? { now: 0, testClock: false, zone: "UTC" };
  }

  /** The id of a person given by id or inline; an inline one is made or brought up to date. */
  async #personOf(ref: EventInput["person"]): Promise<string | null> {
    if (ref === undefined) return null;
    if (typeof ref === "string") return ref;
    const placeOf = () => "person.";
    const { changed } = await upsertPeople(this.#tx, this.#workspaceId, [ref], "merge", placeOf);
    this.#changed.push(...changed);
    return ref.id;
  }

  async #load(personId: string): Promise<LoadedPerson | null> {
    const ref = { workspaceId: this.#workspaceId, personId };
    const people = await loadPeople(this.#tx, [ref]);
    return people.get(personName(this.#workspaceId, personId)) ?? null;
  }

  /** Which workflows this event starts, and for whom; the others say why not. */
  async #startsFor(arrived: Arrived, personId: string | null): Promise<Start[]> {
    const starts: Start[] = [];
    for (const workflow of this.#starts) {
      const { definition } = workflow.live ?? {};
      if (!definition) continue;
      if (workflow.status !== "live") {
        this.#ignore(workflow.key, `workflow_${workflow.status}`);
        continue;
      }
      const where = definition.start?.where;
      const condition =
        where === undefined ? null : evaluateText(where, { data: this.#data, now: arrived.now });
      if (condition && !condition.value) {
        this.#ignore(
          workflow.key,
          condition.missing ? `condition_missing:${condition.missing}` : "condition_false",
        );
        continue;
      }
      const who = await this.#whoFor(definition.person, personId);
      if (who === null) {
        this.#ignore(workflow.key, "no_person");
        continue;
      }
      const person = who === personId ? arrived.person : await this.#load(who);
      const own =
        definition.key === undefined
          ? null
          : keyFrom(definition.key, this.#data, person, arrived.now);
      starts.push({ workflow, personId: who, key: own ?? this.#input.key ?? null });
    }
    return starts;
  }

  async #whoFor(
    rule: { id: string } | string | undefined,
    personId: string | null,
  ): Promise<string | null> {
    if (rule === undefined) return personId;
    if (typeof rule === "object") return rule.id;
    const value = PersonRef.safeParse(pathValue({ data: this.#data }, rule));
    if (!value.success) return personId;
    return this.#personOf(value.data);
  }

  #ignore(workflow: string | null, reason: string): void {
    this.#result.ignored.push({ workflow, reason });
  }

  async #record(arrived: Arrived, personId: string | null): Promise<void> {
    const { id, name, key, occurredAt, dueAt } = this.#input;
    const at = parseMoment(occurredAt, "UTC") ?? arrived.now;
    await this.#tx.execute(sql`
      insert into events (workspace_id, id, external_id, name, key, person_id, data, due_at, occurred_at,
        received_at, result)
      values (${this.#workspaceId}, ${this.#id}, ${id ?? null}, ${name}, ${key ?? null}, ${personId},
        ${JSON.stringify(this.#data)}::jsonb, ${dueAt ?? null}, to_timestamp(${at} / 1000.0),
        to_timestamp(${arrived.now} / 1000.0), '{}'::jsonb)`);
  }

  /** Cases this event answers; an answer that finds none in a workflow is kept for one that opens soon. */
  async #answer(
    arrived: Arrived,
    questions: ReturnType<typeof questionsOf>,
    personId: string | null,
  ) {
    const matches = await findAnswered(this.#tx, this.#workspaceId, questions, personId);
    const answered = new Set(matches.map(({ question }) => question.workflow));
    const unanswered = questions.filter(({ workflow }) => !answered.has(workflow));
    for (const workflow of new Set(unanswered.map((question) => question.workflow))) {
      this.#ignore(workflow, "no_open_case");
    }
    await keepEarly(this.#tx, this.#workspaceId, this.#id, unanswered, personId, arrived.now);
    const events = [];
    const seen = new Set<string>();
    for (const { caseId, question } of matches) {
      if (seen.has(caseId)) continue;
      const meaning = meaningOf(question.rule, arrived);
      if ("ignored" in meaning) {
        this.#ignore(question.workflow, meaning.ignored);
        continue;
      }
      seen.add(caseId);
      events.push({ workspaceId: this.#workspaceId, caseId, event: meaning.event });
    }
    const applied = await applyEvents(this.#ctx, this.#tx, events);
    for (const { row, state } of applied.values()) {
      const hit = { caseId: row.id, number: row.number };
      if (row.status === "open" && state.status === "resolved") this.#result.resolved.push(hit);
      else if (row.status === "open") this.#result.responded.push(hit);
    }
  }

  async #open(arrived: Arrived, starts: readonly Start[], testClock: boolean): Promise<void> {
    const openings: Opening[] = [];
    for (const { workflow, personId, key } of starts) {
      const { live } = workflow;
      if (!live) continue;
      const open =
        key === null
          ? null
          : await openCaseOf(this.#tx, this.#workspaceId, workflow.key, key, personId);
      if (open) {
        this.#ignore(workflow.key, "already_open");
        await this.#moveDue(arrived, live.definition, open);
        continue;
      }
      const early = await takeEarly(
        this.#tx,
        this.#workspaceId,
        workflow,
        { key, personId },
        arrived.now,
        arrived.zone,
      );
      openings.push({
        workspaceId: this.#workspaceId,
        program: live,
        number: this.#numbers.shift() ?? 0,
        personId,
        key,
        data: this.#data,
        dueAt: this.#input.dueAt ?? null,
        by: arrived.by,
        at: arrived.now,
        testClock,
        early: early && { kind: "event", ...early },
      });
    }
    const transitions = await openCases(this.#tx, openings);
    await commit(this.#ctx, this.#tx, transitions);
    for (const { row, state } of transitions) {
      const hit = { caseId: row.id, number: row.number };
      this.#result.opened.push({ ...hit, workflow: row.workflow });
      if (state.status === "resolved") this.#result.resolved.push(hit);
    }
  }

  /** The same key again: no second case; a new due moment moves the due date. */
  async #moveDue(
    arrived: Arrived,
    definition: Parameters<typeof dueOf>[0],
    open: { id: string; dueAt: Instant | null },
  ): Promise<void> {
    if (this.#input.dueAt === undefined && !(definition.due && "from" in definition.due)) return;
    const workspaces = await loadWorkspaces(this.#tx, [this.#workspaceId]);
    const workspace = workspaces.get(this.#workspaceId);
    if (!workspace) return;
    const calendar = calendarFor(workspace, arrived.person ?? { calendar: null, location: null });
    const from = { dueAt: this.#input.dueAt ?? null, data: this.#data, openedAt: arrived.now };
    const { dueAt } = dueOf(definition, from, { zone: arrived.zone, calendar });
    if (dueAt === null || dueAt === open.dueAt) return;
    const event = { type: "due_moved" as const, at: arrived.now, by: arrived.by, dueAt };
    await applyEvents(this.#ctx, this.#tx, [
      { workspaceId: this.#workspaceId, caseId: open.id, event },
    ]);
  }

  async #finish(): Promise<void> {
    const { opened, resolved, responded, ignored } = this.#result;
    if (opened.length + resolved.length + responded.length + ignored.length === 0) {
      this.#ignore(null, "no_workflow_listens");
    }
    await this.#tx.execute(sql`
      update events set result = ${JSON.stringify(this.#result)}::jsonb
      where workspace_id = ${this.#workspaceId} and id = ${this.#id}`);
    announce(this.#tx, this.#workspaceId, "events", { id: this.#id, rev: null, isNew: true });
  }
}
