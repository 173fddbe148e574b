import { sql } from "drizzle-orm";
import { parseMoment } from "@/core/calendar/zone";
import type { CaseEvent } from "@/core/case/case-event";

import { keyFrom } from "@/core/case/opening";
import type { Actor } from "@/core/case/state";
import { evaluateText } from "@/core/condition/evaluate-text";
import { pathValue } from "@/core/condition/path";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { AnswerRule } from "@/core/workflow/answers";
import type { Definition } from "@/core/workflow/definition";
import type { Tx } from "@/db/client";
import type { LoadedPerson } from "../cases/people-facts";
import type { WorkflowFacts } from "../cases/workflow-facts";

export type Arrived = {
  name: string;
  key: string | null;
  data: Record<string, unknown>;
  person: LoadedPerson | null;
  zone: string;
  now: Instant;
  by: Actor;
};

/** One way an event may answer cases of a workflow version. */
export type Question = {
  workflow: string;
  version: number;
  rule: AnswerRule;
  /** Business key asked for; null means: the open cases of the event's person. */
  key: string | null;
};

/**
 * Which cases an event asks for. The key is the rule's own template, else the workflow's key
 * template where the event carries its fields, else the event's `key`, else its person.
 */
export function questionsOf(workflows: readonly WorkflowFacts[], event: Arrived): Question[] {
  const questions: Question[] = [];
  for (const { key: workflow, versions } of workflows) {
    for (const [version, { program, answers }] of versions) {
      for (const rule of answers.get(event.name) ?? []) {
        const key = keyAskedFor(rule, program.definition, event);
        if (key === undefined) continue;
        questions.push({ workflow, version, rule, key });
      }
    }
  }
  return questions;
}

function keyAskedFor(
  rule: AnswerRule,
  definition: Definition,
  event: Arrived,
): string | null | undefined {
  const { data, person, now } = event;
  if (rule.key !== undefined) return keyFrom(rule.key, data, person, now) ?? undefined;
  const own = definition.key === undefined ? null : keyFrom(definition.key, data, person, now);
  if (own !== null) return own;
  if (event.key !== null) return event.key;
  return person === null ? undefined : null;
}

export type Match = { caseId: string; number: number; personId: string; question: Question };

/** The open cases these questions find. Where the event names a person and one of them is theirs, only theirs. */
export async function findAnswered(
  tx: Tx,
  workspaceId: WorkspaceId,
  questions: readonly Question[],
  personId: string | null,
): Promise<Match[]> {
  if (questions.length === 0) return [];
  const rows = await tx.execute<{ id: string; number: number; personId: string; n: number }>(sql`
    select c.id, c.number, c.person_id as "personId", q.n::int as n
    from unnest(
      ${sql.param(questions.map((question) => question.workflow))}::text[],
      ${sql.param(questions.map((question) => question.version))}::int[],
      ${sql.param(questions.map((question) => question.key))}::text[]) with ordinality
      as q(workflow, version, key, n)
    join cases c on c.workspace_id = ${workspaceId} and c.workflow = q.workflow
      and c.version = q.version and c.status = 'open'
      and (c.key = q.key or (q.key is null and c.person_id = ${personId}))
    order by c.id, q.n`);
  const matches: Match[] = [];
  for (const row of rows) {
    const question = questions[row.n - 1];
    if (question)
      matches.push({ caseId: row.id, number: row.number, personId: row.personId, question });
  }
  return onlyTheirs(matches, personId);
}

function onlyTheirs(matches: Match[], personId: string | null): Match[] {
  const theirs = new Set(
    matches.filter((match) => match.personId === personId).map(({ question }) => question.workflow),
  );
  return matches.filter(
    (match) => match.personId === personId || !theirs.has(match.question.workflow),
  );
}

/** What the event means for a case it found, or why it means nothing. */
export function meaningOf(
  rule: AnswerRule,
  event: Arrived,
): { event: CaseEvent } | { ignored: string } {
  const { data, now: at, by, zone } = event;
  if (rule.when !== undefined) {
    const result = evaluateText(rule.when, { data, now: at });
    if (!result.value) {
      return {
        ignored: result.missing ? `condition_missing:${result.missing}` : "condition_false",
      };
    }
  }
  if (rule.then === "snooze") {
    const until =
      rule.until === undefined ? null : parseMoment(pathValue({ data }, rule.until), zone);
    if (until === null) return { ignored: `no_moment:${rule.until ?? "until"}` };
    return { event: { type: "snoozed", at, by, until } };
  }
  const resolves = (rule.then ?? "resolve") === "resolve";
  return { event: { type: "responded", at, by, kind: "event", name: event.name, resolves } };
}
