import { sql } from "drizzle-orm";
import { advance } from "@/core/case/advance";
import { conditionScope } from "@/core/case/condition-scope";
import type { CaseFacts } from "@/core/case/facts";
import { type PlanEntry, plan } from "@/core/case/plan";
import type { CaseState } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import { planSentence } from "@/core/sentence/plan-sentence";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import type { Db } from "@/db/client";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { CASE_COLUMNS, type CaseRow, stateOf } from "./case-row";
import { loadFacts } from "./load-facts";
import { templateTitles } from "./template-titles";

export type PlanItem = Omit<PlanEntry, "at"> & {
  at: Instant;
  sentence: string;
  /** The message, where it is planned already. */
  messageId: string | null;
};

export type CasePlan = {
  next: { at: Instant | null; kind: string; sentence: string } | null;
  plan: PlanItem[];
};

const ONE = `select ${CASE_COLUMNS} from cases c where c.workspace_id = $1 and c.id = $2`;

/**
 * What happens next and after that, if nobody answers: messages that wait already, then `plan` of
 * the core from the case's next moment. A closed case has the rest of its ending, or nothing.
 */
export async function planOf(
  ctx: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  caseId: string,
  locale = "en",
  /** Another due date, to show what it would change before it is saved. */
  preview?: { dueAt: Instant },
): Promise<CasePlan> {
  const [row] = (await ctx.db.$client.unsafe(ONE, [workspaceId, caseId], {
    prepare: true,
  })) as unknown as CaseRow[];
  if (!row) return { next: null, plan: [] };
  const now = await nowOf(ctx.db, workspaceId);
  const { cases, decide } = await loadFacts(ctx.db, [row]);
  const [loaded] = cases;
  if (!loaded) return { next: null, plan: [] };
  const { program, facts } = loaded;
  const state = stateOf(row);
  const entries = await decide(loaded, () =>
    preview
      ? planAfterMove(program, state, facts, now, preview.dueAt)
      : plan(program, state, facts, now),
  );
  const waiting = await waitingMessages(ctx.db, workspaceId, caseId);
  const zone = facts.person.timeZone ?? facts.workspace.timeZone;
  const people = await namesOf(ctx.db, workspaceId, [...waiting, ...entries]);
  const keys = [...waiting, ...entries].flatMap(({ template }) =>
    template === null ? [] : [template],
  );
  const scope = conditionScope(facts, state, now);
  const reader = { locale: facts.person.locale ?? facts.workspace.locale, zone };
  const titleAt = await templateTitles(ctx.db, workspaceId, keys, scope, reader);
  const person = (id: string) => people.get(id) ?? id;
  const say = (entry: Parameters<typeof planSentence>[0]) => {
    const template = (key: string) => titleAt(key, entry.at ?? now);
    return planSentence(entry, { locale, zone, now, names: { person, template } });
  };
  const items: PlanItem[] = [
    ...waiting.map((message) => ({ ...message, sentence: say(message) })),
    ...entries.map((entry) => ({ ...entry, messageId: null, sentence: say(entry) })),
  ].sort((a, b) => a.at - b.at);
  return { next: nextOf(state, items, say), plan: items };
}

function planAfterMove(
  program: Program,
  state: CaseState,
  facts: CaseFacts,
  now: Instant,
  dueAt: Instant,
): PlanEntry[] {
  const event = { type: "due_moved" as const, at: now, by: { kind: "plan" as const }, dueAt };
  return plan(program, advance(program, state, event, facts).state, facts, now);
}

async function namesOf(
  db: Db,
  workspaceId: WorkspaceId,
  entries: readonly { personId: string | null }[],
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(entries.flatMap(({ personId }) => (personId === null ? [] : [personId]))),
  ];
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, name from people where workspace_id = ${workspaceId} and name is not null
      and id = any(${sql.param(ids)}::text[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Waiting = PlanEntry & { messageId: string };

async function waitingMessages(
  db: Db,
  workspaceId: WorkspaceId,
  caseId: string,
): Promise<Waiting[]> {
  const rows = await db.execute<{
    messageId: string;
    at: Instant;
    step: string;
    stage: string | null;
    personId: string;
    channel: Channel;
    template: string;
    level: number | null;
  }>(sql`
    select id as "messageId", round(date_part('epoch', coalesce(deliver_at, planned_at)) * 1000) as at,
      step, stage, person_id as "personId", channel, template, (request->>'level')::int as level
    from messages where workspace_id = ${workspaceId} and case_id = ${caseId}
      and status in ('planned', 'held') order by deliver_at limit 50`);
  return rows.map((row) => ({ ...row, kind: "send" as const }));
}

/** The first thing that will happen; a case that is held says what it needs. */
function nextOf(
  state: CaseState,
  items: readonly PlanItem[],
  say: (entry: Parameters<typeof planSentence>[0]) => string,
): CasePlan["next"] {
  const { status, waitingFor, step, stage } = state;
  if (status === "open" && (waitingFor === "due_date" || waitingFor === "operator")) {
    const nobody = { personId: null, channel: null, template: null, level: null };
    const sentence = say({ at: null, kind: waitingFor, step, stage, ...nobody });
    return { at: null, kind: waitingFor, sentence };
  }
  const [first] = items;
  return first ? { at: first.at, kind: first.kind, sentence: first.sentence } : null;
}
