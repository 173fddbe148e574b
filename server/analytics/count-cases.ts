import { workingMsBetween } from "@/core/calendar/working-hours";
import { localDate } from "@/core/calendar/zone";
import { Trail } from "@/core/case/state";
import { factsOf } from "@/core/metrics/case-facts";
import type { RawCase } from "@/core/metrics/raw-case";
import type { Program } from "@/core/workflow/program";
import type { Tx } from "@/db/client";
import type { StoredFacts } from "@/db/queries/case-facts";
import { type CaseRef, type FactRow, readRawCases } from "@/db/queries/raw-cases";
import { loadPrograms } from "@/server/cases/programs";
import { calendarFor, type LoadedWorkspace, loadWorkspaces } from "@/server/cases/workspace-facts";

/** What a case counts, and what it counted before; `fault`: it could not be counted, and stays as it was. */
export type CountedCase = { row: FactRow } & ({ stored: StoredFacts } | { fault: unknown });

/** Counts cases anew, from what is stored of them. Those that are gone are left out. */
export async function countCases(tx: Tx, refs: readonly CaseRef[]): Promise<CountedCase[]> {
  const read = await readRawCases(tx, refs);
  const programOf = await loadPrograms(tx, read.cases);
  const workspaces = await loadWorkspaces(
    tx,
    read.cases.map(({ workspaceId }) => workspaceId),
  );
  return read.cases.map((row) => {
    try {
      const workspace = workspaces.get(row.workspaceId);
      if (!workspace) throw new Error(`There is no workspace ${row.workspaceId}`);
      const raw = rawOf(row, read, stagesOf(programOf(row)));
      return { row, stored: factsIn(workspace, row, raw) };
    } catch (fault) {
      return { row, fault };
    }
  });
}

function rawOf(
  row: FactRow,
  { messages, hits, turns, optedOut }: Awaited<ReturnType<typeof readRawCases>>,
  stages: RawCase["stages"],
): RawCase {
  return {
    ...row,
    closedByHuman: row.closedBy !== null && row.closedBy !== "plan",
    arms: row.arms ?? {},
    holdout: row.holdout ?? false,
    trail: row.trail === null ? null : Trail.parse(row.trail),
    stages,
    messages: (messages.get(row.id) ?? []).map((message) => ({
      ...message,
      hits: hits.get(message.id) ?? [],
      optedOut: optedOut.has(message.id) || saidInIt(hits.get(message.id)),
    })),
    turns: turns.get(row.id) ?? [],
  };
}

const saidInIt = (hits: readonly { type: string }[] | undefined): boolean =>
  hits?.some(({ type }) => type === "unsubscribed") ?? false;

function factsIn(workspace: LoadedWorkspace, row: FactRow, raw: RawCase): StoredFacts {
  const { timeZone, calendar, location } = row;
  const hours = calendarFor(workspace, { calendar, location });
  const facts = factsOf(raw, {
    zone: timeZone ?? workspace.timeZone,
    workingMs: (from, to) => workingMsBetween(from, to, hours),
  });
  return {
    workspaceId: row.workspaceId,
    caseId: row.id,
    day: localDate(row.openedAt, workspace.timeZone),
    workflow: row.workflow,
    version: row.version,
    personId: row.isKnown ? row.personId : null,
    team: row.ownerTeam,
    locale: row.locale ?? workspace.locale,
    facts,
  };
}

const known = new WeakMap<Program, RawCase["stages"]>();

/** The stages of a version with their steps; of one that is gone none. */
function stagesOf(program: Program | undefined): RawCase["stages"] {
  if (!program) return [];
  const found = known.get(program);
  if (found) return found;
  const { definition, instructions } = program;
  const stages = definition.stages.map(({ id }) => {
    const own = instructions.filter(({ stage, step }) => stage === id && step !== "");
    return { id, steps: [...new Set(own.map(({ step }) => step))] };
  });
  known.set(program, stages);
  return stages;
}
