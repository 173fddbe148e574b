import type { Effect } from "@/core/case/effect";
import type { CaseState } from "@/core/case/state";
import { addUp, type StepMove, stepMoves } from "@/core/case/trail";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import { itemsOfCaseChanged } from "@/db/queries/inbox-word";
import { announce, announceMessage } from "../live/announce";
import { newId } from "../new-id";
import { tellTransitions } from "../webhooks/tell";
import { type CaseRow, trailOf } from "./case-row";

/** One decided step of a case, to be written: where it stands now and what follows. */
export type Transition = {
  row: CaseRow;
  /** True for a case that this transaction opens. */
  isNew: boolean;
  state: CaseState;
  effects: readonly Effect[];
  at: Instant;
  topic: string | null;
};

// Truth values travel as 0 and 1: postgres.js takes an array of booleans for one boolean.
const at = (ms: string) => `to_timestamp(${ms} / 1000.0)`;

/** The first 23 parameters of both statements: a case and its state. */
const CASE_ARRAYS = `$1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::text[],
    $8::text[], $9::text[], $10::smallint[], $11::text[], $12::text[], $13::text[], $14::float8[],
    $15::float8[], $16::float8[], $17::float8[], $18::float8[], $19::float8[], $20::text[], $21::int[],
    $22::jsonb[], $23::jsonb[]`;
const CASE_NAMES = `w, id, status, outcome, waiting_for, pc, stage, step, priority, level, owner_person, owner_team,
      ack_by, ack_at, due_at, snoozed, next_at, first_at, closed_at, closed_by, version, memory, trail`;

const INSERT_CASES = `insert into cases (workspace_id, id, status, outcome, waiting_for, pc, stage, step, priority,
    level, owner_person_id, owner_team, acknowledged_by, acknowledged_at, due_at, snoozed_until,
    next_action_at, first_response_at, closed_at, closed_by, version, memory, trail, number, workflow, key,
    subject, person_id, opened_at, test_clock, data)
  select w, id, status, outcome, waiting_for, pc, stage, step, priority, level, owner_person, owner_team,
    ack_by, ${at("ack_at")}, ${at("due_at")}, ${at("snoozed")}, ${at("next_at")}, ${at("first_at")},
    ${at("closed_at")}, closed_by, version, memory, trail, number, workflow, key, subject, person, ${at("opened")},
    test_clock = 1, data
  from unnest(${CASE_ARRAYS}, $24::int[], $25::text[], $26::text[], $27::text[], $28::text[], $29::float8[],
    $30::int[], $31::jsonb[])
    as n(${CASE_NAMES}, number, workflow, key, subject, person, opened, test_clock, data)`;

/**
 * States, messages and decisions of a whole batch in one statement. A message that is planned already
 * (same case, step, visit, channel, person) stays as it is.
 */
const WRITE = `with moved as (
  update cases c set status = u.status, outcome = u.outcome, waiting_for = u.waiting_for, pc = u.pc,
    stage = u.stage, step = u.step, priority = u.priority, level = u.level,
    owner_person_id = u.owner_person, owner_team = u.owner_team, acknowledged_by = u.ack_by,
    acknowledged_at = ${at("u.ack_at")}, due_at = ${at("u.due_at")}, snoozed_until = ${at("u.snoozed")},
    next_action_at = ${at("u.next_at")}, first_response_at = ${at("u.first_at")},
    closed_at = ${at("u.closed_at")}, closed_by = u.closed_by, version = u.version,
    revision = c.revision + 1, memory = u.memory, trail = u.trail
  from unnest(${CASE_ARRAYS})
    as u(${CASE_NAMES})
  where c.workspace_id = u.w and c.id = u.id
), planned as (
  insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step, visit,
    channel, template, topic, request, status, planned_at, deliver_at, test_clock)
  select w, id, case_id, person, workflow, version, stage, step, visit, channel, template, topic, request,
    'planned', ${at("planned")}, ${at("deliver")}, test_clock = 1
  from unnest($24::uuid[], $25::uuid[], $26::uuid[], $27::text[], $28::text[], $29::smallint[], $30::text[],
    $31::text[], $32::smallint[], $33::text[], $34::text[], $35::text[], $36::jsonb[], $37::float8[],
    $38::float8[], $39::int[])
    as m(w, id, case_id, person, workflow, version, stage, step, visit, channel, template, topic, request,
      planned, deliver, test_clock)
  on conflict do nothing
), counted as (
  insert into step_moves (workspace_id, id, moves)
  select w, id, moves from unnest($45::uuid[], $46::uuid[], $47::jsonb[]) as s(w, id, moves)
)
insert into case_decisions (workspace_id, case_id, id, at, entries)
select w, case_id, id, ${at("decided")}, entries
from unnest($40::uuid[], $41::uuid[], $42::uuid[], $43::float8[], $44::jsonb[])
  as d(w, case_id, id, decided, entries)`;

const CASE_PARAMS = 23;
const NEW_CASE_PARAMS = 8;
const MESSAGE_PARAMS = 16;
const DECISION_PARAMS = 5;
const MOVE_PARAMS = 3;

/** Writes a batch: new cases with the state they have reached, then one statement for everything else. Gives how many messages are due now or later. */
export async function writeTransitions(
  tx: Tx,
  transitions: readonly Transition[],
): Promise<number> {
  const born = transitions.filter((transition) => transition.isNew);
  if (born.length > 0) await insertCases(tx, born);
  const columns: unknown[][] = Array.from(
    { length: CASE_PARAMS + MESSAGE_PARAMS + DECISION_PARAMS + MOVE_PARAMS },
    () => [],
  );
  const put = (offset: number, values: readonly unknown[]) => {
    for (const [i, value] of values.entries()) columns[offset + i]?.push(value);
  };
  let planned = 0;
  for (const { row, isNew, state, effects, at: now, topic } of transitions) {
    if (!isNew) put(0, caseValues(row, state));
    announceCase(tx, row, state, isNew);
    if (!isNew && showsInInboxes(row, state)) itemsOfCaseChanged(tx, row);
    const entries = [];
    for (const effect of effects) {
      if (effect.type === "log") entries.push(effect.decision);
      if (effect.type !== "plan_message") continue;
      const { message } = effect;
      planned += 1;
      const id = newId();
      announceMessage(tx, { workspaceId: row.workspaceId, id, caseId: row.id }, "planned");
      put(CASE_PARAMS, [
        row.workspaceId,
        id,
        row.id,
        message.personId,
        row.workflow,
        row.version,
        message.stage,
        message.step,
        message.visit,
        message.channel,
        message.template,
        topic,
        JSON.stringify(message.request),
        now,
        message.deliverAt,
        Number(row.testClock),
      ]);
    }
    if (entries.length === 0) continue;
    put(CASE_PARAMS + MESSAGE_PARAMS, [
      row.workspaceId,
      row.id,
      newId(),
      now,
      JSON.stringify(entries),
    ]);
  }
  for (const [workspaceId, moves] of movesOf(transitions)) {
    put(CASE_PARAMS + MESSAGE_PARAMS + DECISION_PARAMS, [
      workspaceId,
      newId(),
      JSON.stringify(moves),
    ]);
  }
  tellTransitions(tx, transitions);
  await tx.$client.unsafe(WRITE, columns as never[], { prepare: true });
  return planned;
}

/** What a batch changes in the counts of its steps, by workspace: one row for all its cases. */
function movesOf(transitions: readonly Transition[]): Map<WorkspaceId, readonly StepMove[]> {
  const moves = new Map<WorkspaceId, StepMove[]>();
  for (const { row, state } of transitions) {
    const { trail } = state.memory;
    if (!trail) continue;
    const own = moves.get(row.workspaceId) ?? [];
    own.push(...stepMoves(row.workflow, trailOf(row) ?? {}, trail));
    moves.set(row.workspaceId, own);
  }
  return new Map(
    [...moves].flatMap(([workspaceId, all]) => {
      const sums = addUp(all);
      return sums.length === 0 ? [] : [[workspaceId, sums] as const];
    }),
  );
}

function announceCase(tx: Tx, row: CaseRow, { status }: CaseState, isNew: boolean): void {
  const { workspaceId, id, revision } = row;
  const patch = { id, rev: revision + 1, fields: { status } };
  announce(tx, workspaceId, "cases", isNew ? { ...patch, isNew } : patch);
}

/** Whether items of the case say something else now. */
const showsInInboxes = (row: CaseRow, state: CaseState): boolean =>
  row.status !== state.status ||
  row.acknowledgedAt !== state.acknowledgedAt ||
  row.snoozedUntil !== state.snoozedUntil ||
  row.dueAt !== state.dueAt ||
  row.level !== state.level;

function caseValues(row: CaseRow, state: CaseState): unknown[] {
  const { owner } = state;
  const { trail, ...memory } = state.memory;
  return [
    row.workspaceId,
    row.id,
    state.status,
    state.outcome,
    state.waitingFor,
    state.pc,
    state.stage,
    state.step,
    state.priority,
    state.level,
    owner && "personId" in owner ? owner.personId : null,
    owner && "team" in owner ? owner.team : null,
    state.acknowledgedBy,
    state.acknowledgedAt,
    state.dueAt,
    state.snoozedUntil,
    state.nextActionAt,
    state.firstResponseAt,
    state.closedAt,
    state.closedBy,
    row.version,
    Object.keys(memory).length === 0 ? null : JSON.stringify(memory),
    trail ? JSON.stringify(trail) : null,
  ];
}

async function insertCases(tx: Tx, born: readonly Transition[]): Promise<void> {
  const columns: unknown[][] = Array.from({ length: CASE_PARAMS + NEW_CASE_PARAMS }, () => []);
  for (const { row, state } of born) {
    const values = [
      ...caseValues(row, state),
      row.number,
      row.workflow,
      row.key,
      row.subject,
      row.personId,
      state.openedAt,
      Number(row.testClock),
      JSON.stringify(row.data),
    ];
    for (const [i, value] of values.entries()) columns[i]?.push(value);
  }
  await tx.$client.unsafe(INSERT_CASES, columns as never[], { prepare: true });
}
