import { sql } from "drizzle-orm";
import { advance } from "@/core/case/advance";
import type { Decision } from "@/core/case/decision";
import { dueOf, newCase, openedParams, resolvedAtBirth, subjectOf } from "@/core/case/opening";
import { actorParams } from "@/core/case/run";
import type { Actor, Answer } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import type { Tx } from "@/db/client";
import { newId } from "../new-id";
import type { CaseRow } from "./case-row";
import { loadFacts } from "./load-facts";
import { type LoadedPerson, loadPeople, personName, unknownPerson } from "./people-facts";
import type { Transition } from "./store";
import { calendarFor, type LoadedWorkspace, loadWorkspaces } from "./workspace-facts";

export type Opening = {
  workspaceId: WorkspaceId;
  program: Program;
  number: number;
  personId: string;
  key: string | null;
  data: Record<string, unknown>;
  dueAt: string | null;
  by: Actor;
  at: Instant;
  testClock: boolean;
  /** An answer that came before, and whether it resolves the case. */
  early: (Answer & { resolves: boolean }) | null;
};

/** Decides the first step of new cases; nothing is written yet. */
export async function openCases(tx: Tx, openings: readonly Opening[]): Promise<Transition[]> {
  if (openings.length === 0) return [];
  const workspaces = await loadWorkspaces(
    tx,
    openings.map((opening) => opening.workspaceId),
  );
  const people = await loadPeople(tx, openings);
  const rows: CaseRow[] = [];
  const problems = new Map<string, string>();
  const openingOf = new Map<string, Opening>();
  for (const opening of openings) {
    const { workspaceId, personId } = opening;
    const person = people.get(personName(workspaceId, personId)) ?? unknownPerson(personId);
    const workspace = workspaces.get(workspaceId);
    if (!workspace) continue;
    const { row, problem } = rowOf(opening, person, workspace);
    if (problem !== null) problems.set(row.id, problem);
    rows.push(row);
    openingOf.set(row.id, opening);
  }
  const { cases, decide } = await loadFacts(tx, rows);
  const transitions: Transition[] = [];
  for (const loaded of cases) {
    const opening = openingOf.get(loaded.row.id);
    if (!opening) continue;
    const { program, by, at, early } = opening;
    const topic = program.definition.topic;
    const start = newCase(at, loaded.row.dueAt);
    const problem = problems.get(loaded.row.id);
    const extra: Decision[] =
      problem === undefined ? [] : [{ code: "held.missing_due", params: { field: problem } }];
    if (early?.resolves) {
      const state = resolvedAtBirth(
        start,
        { by: early.by ?? "event", at: early.at },
        program.expiry - 1,
      );
      const decisions = [
        {
          code: "case.opened",
          params: {
            ...openedParams(program.definition, loaded.row.subject, opening.data),
            by: actorParams(by),
            due: loaded.row.dueAt,
          },
        },
        { code: "case.opened_resolved", params: { name: early.name, at: early.at } },
      ];
      const effects = decisions.map((decision) => ({ type: "log" as const, decision }));
      transitions.push({ row: loaded.row, isNew: true, state, effects, at, topic });
      continue;
    }
    const event = { type: "opened" as const, at, by, ...(early && { early }) };
    const { state, effects } = await decide(loaded, () =>
      advance(program, start, event, loaded.facts),
    );
    const logs = extra.map((decision) => ({ type: "log" as const, decision }));
    transitions.push({
      row: loaded.row,
      isNew: true,
      state,
      effects: [...effects, ...logs],
      at,
      topic,
    });
  }
  return transitions;
}

function rowOf(
  opening: Opening,
  person: LoadedPerson,
  workspace: LoadedWorkspace,
): { row: CaseRow; problem: string | null } {
  const { program, workspaceId, number, personId, key, data, at, testClock } = opening;
  const zone = person.timeZone ?? workspace.timeZone;
  const locale = person.locale ?? workspace.locale;
  const { definition } = program;
  const subject = subjectOf(definition, { data, person, now: at }, { locale, zone });
  const { dueAt, problem } = dueOf(
    definition,
    { dueAt: opening.dueAt, data, openedAt: at },
    { zone, calendar: calendarFor(workspace, person) },
  );
  const row: CaseRow = {
    workspaceId,
    id: newId(),
    number,
    workflow: program.workflow,
    version: program.version,
    key,
    subject,
    personId,
    ...newCase(at, dueAt),
    ownerPersonId: null,
    ownerTeam: null,
    revision: 0,
    testClock,
    data,
    memory: null,
    trail: null,
  };
  return { row, problem };
}

/** Open cases of these workflows with this key, or without a key rule of this person; locked, in id order. */
export async function openCaseOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  workflow: string,
  key: string,
  personId: string,
): Promise<{ id: string; number: number; dueAt: Instant | null } | null> {
  const [row] = await tx.execute<{ id: string; number: number; dueAt: Instant | null }>(sql`
    select id, number, round(date_part('epoch', due_at) * 1000) as "dueAt" from cases
    where workspace_id = ${workspaceId} and workflow = ${workflow} and key = ${key}
      and person_id = ${personId} and status = 'open'`);
  return row ?? null;
}
