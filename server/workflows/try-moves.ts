import { nextMessageAt } from "@/core/case/next-message";
import type { WorkspaceId } from "@/core/ids";
import { HOUR_MS, type Instant } from "@/core/time";
import { landingOf } from "@/core/workflow/landing";
import type { Program } from "@/core/workflow/program";
import type { Db } from "@/db/client";
import { CASE_COLUMNS, type CaseRow, stateOf } from "../cases/case-row";
import { loadFacts } from "../cases/load-facts";
import { nowOf } from "../clock/clock";

const CASES_PER_ROUND = 200;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
/** What leaves so soon leaves “now” to whoever presses the button. */
const SOON_MS = HOUR_MS;

const nextCases = (which: string) => `select ${CASE_COLUMNS} from cases c
  where c.workspace_id = $1 and c.workflow = $2 and c.status = 'open' and c.id > $3 ${which}
  order by c.id limit ${CASES_PER_ROUND}`;
const NEXT_CASES = nextCases("");
const NEXT_CHOSEN = nextCases("and c.id = any($4::uuid[])");

type Which = {
  casesMax?: number;
  /** Of the open cases only these. */
  only?: readonly string[];
};

/** What a move to another version would do to one open case. */
export type TriedMove = {
  caseId: string;
  version: number;
  step: string | null;
  /** The next message, moved; null where none would follow. */
  nextAt: Instant | null;
  /** The move changes when, or whether, it sends its next message. */
  isChanged: boolean;
  /** Because of the move a message leaves within the hour. */
  sendsSoon: boolean;
};

/**
 * Tries to move open cases of a workflow to a program, case by case by the engine's own decision;
 * nothing is stored. Stops after `casesMax`.
 */
export async function* tryMoves(
  db: Db,
  workspaceId: WorkspaceId,
  to: Program,
  { casesMax = Number.POSITIVE_INFINITY, only }: Which = {},
): AsyncGenerator<TriedMove> {
  const now = await nowOf(db, workspaceId);
  let tried = 0;
  for (let after = FIRST_ID; ; ) {
    const params = [workspaceId, to.workflow, after, ...(only ? [[...only]] : [])];
    const rows = (await db.$client.unsafe(only ? NEXT_CHOSEN : NEXT_CASES, params, {
      prepare: true,
    })) as unknown as CaseRow[];
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    for await (const move of tryRound(db, rows.slice(0, casesMax - tried), to, now)) {
      tried += 1;
      yield move;
    }
    if (tried >= casesMax) return;
  }
}

async function* tryRound(db: Db, rows: readonly CaseRow[], to: Program, now: Instant) {
  const stays = await loadFacts(db, rows);
  const moves = await loadFacts(db, rows, to);
  const asIs = new Map(stays.cases.map((loaded) => [loaded.row.id, loaded]));
  for (const moved of moves.cases) {
    const { row } = moved;
    const loaded = asIs.get(row.id);
    if (!loaded) continue;
    const landing = landingOf(loaded.program, to, row.pc).pc;
    const by = { kind: "plan" as const };
    const event = { type: "moved_to_version" as const, at: now, by, version: to.version, landing };
    const nextAt = await moves.decide(moved, () =>
      nextMessageAt(to, stateOf(row), moved.facts, now, event),
    );
    const otherwise = await stays.decide(loaded, () =>
      nextMessageAt(loaded.program, stateOf(row), loaded.facts, now),
    );
    const isChanged = nextAt !== otherwise;
    const sendsSoon = isChanged && nextAt !== null && nextAt <= now + SOON_MS;
    const { id: caseId, version, step } = row;
    yield { caseId, version, step, nextAt, isChanged, sendsSoon };
  }
}
