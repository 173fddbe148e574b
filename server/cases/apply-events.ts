import { advance, type Refusal } from "@/core/case/advance";
import type { CaseEvent } from "@/core/case/case-event";
import type { Effect } from "@/core/case/effect";
import type { CaseState } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import type { Ctx } from "../context";
import { CASE_COLUMNS, type CaseRow, stateOf } from "./case-row";
import { type Loaded, loadFacts } from "./load-facts";
import { logClimbs } from "./log-escalations";
import { changePlanned } from "./planned-messages";
import { carryOut, type Stopped, stopMessages } from "./side-effects";
import { type Transition, writeTransitions } from "./store";
import { wakeWorkers } from "./wake-up";

export type CaseEventFor = { workspaceId: WorkspaceId; caseId: string; event: CaseEvent };

export type Applied = {
  row: CaseRow;
  state: CaseState;
  /** Why the last event changed nothing, or null. */
  refused: Refusal | null;
  stopped: string[];
  inFlight: string[];
};

const LOCK = `select ${CASE_COLUMNS} from cases c
  join unnest($1::uuid[], $2::uuid[]) as w(workspace_id, id)
    on w.workspace_id = c.workspace_id and w.id = c.id
  order by c.id for update of c`;

/** Locks these cases until the transaction ends, each once, in one order for everybody. */
export async function lockCases(
  tx: Tx,
  refs: readonly { workspaceId: WorkspaceId; caseId: string }[],
): Promise<CaseRow[]> {
  const once = new Map(refs.map((ref) => [ref.caseId, ref.workspaceId]));
  const columns = [[...once.values()], [...once.keys()]];
  const rows = await tx.$client.unsafe(LOCK, columns as never[], { prepare: true });
  return rows as unknown as CaseRow[];
}

/**
 * What happened to cases, decided and written: lock, load, `advance`, save, in the caller's
 * transaction. Several events of one case are taken in their order. Cases that are not found are
 * left out of the answer.
 */
export async function applyEvents(
  ctx: Ctx,
  tx: Tx,
  events: readonly CaseEventFor[],
): Promise<Map<string, Applied>> {
  if (events.length === 0) return new Map();
  const rows = await lockCases(tx, events);
  const { cases, decide } = await loadFacts(tx, rows);
  const byCase = Map.groupBy(events, (event) => event.caseId);
  const applied = new Map<string, Applied>();
  const transitions: Transition[] = [];
  for (const loaded of cases) {
    const happened = (byCase.get(loaded.row.id) ?? []).map(({ event }) => event);
    const result = await decide(loaded, () => advanceAll(loaded, happened));
    applied.set(loaded.row.id, {
      row: loaded.row,
      state: result.state,
      refused: result.refused,
      stopped: [],
      inFlight: [],
    });
    if (result.changed)
      transitions.push(transitionOf(loaded, result.state, result.effects, happened));
  }
  for (const { caseId, messageId, inFlight } of await commit(ctx, tx, transitions)) {
    applied.get(caseId)?.[inFlight ? "inFlight" : "stopped"].push(messageId);
  }
  return applied;
}

/** Writes decided transitions and what follows from them, and wakes the workers if something is due. */
export async function commit(
  ctx: Ctx,
  tx: Tx,
  transitions: readonly Transition[],
): Promise<Stopped[]> {
  if (transitions.length === 0) return [];
  const stopped = await stopMessages(tx, transitions);
  await writeTransitions(tx, transitions);
  await changePlanned(tx, transitions);
  await logClimbs(tx, transitions);
  await carryOut(ctx, tx, transitions);
  await wakeWorkers(tx);
  return stopped;
}

function advanceAll({ row, program, facts }: Loaded, events: readonly CaseEvent[]) {
  let state = stateOf(row);
  const effects: Effect[] = [];
  let refused: Refusal | null = null;
  let changed = false;
  for (const event of events) {
    const result = advance(program, state, event, facts);
    refused = result.refused;
    if (result.refused) continue;
    changed = true;
    state = result.state;
    effects.push(...result.effects);
  }
  return { state, effects, refused, changed };
}

export function transitionOf(
  { row, program }: Loaded,
  state: CaseState,
  effects: readonly Effect[],
  events: readonly CaseEvent[],
): Transition {
  const at = events.at(-1)?.at ?? state.openedAt;
  return { row, isNew: false, state, effects, at, topic: program.definition.topic };
}
