import { sql } from "drizzle-orm";
import { advance } from "@/core/case/advance";
import type { CaseEvent } from "@/core/case/case-event";
import { conditionScope } from "@/core/case/condition-scope";
import { type PlanEntry, plan } from "@/core/case/plan";
import { sendsNext } from "@/core/case/planned";
import type { CaseState } from "@/core/case/state";
import { MessageRequest } from "@/core/delivery/request";
import type { WorkspaceId } from "@/core/ids";
import { becauseOf } from "@/core/sentence/because";
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

export type PlanItem = Omit<PlanEntry, "at" | "because"> & {
  at: Instant;
  sentence: string;
  /** The same without its moment. */
  what: string;
  because: string | null;
  /** The message, where it is planned already. */
  messageId: string | null;
};

export type CasePlan = {
  next: { at: Instant | null; kind: string; sentence: string; what: string } | null;
  plan: PlanItem[];
  /** The steps whose messages would be sent if the wait ended now. */
  sendsNext: string[];
  /** What the messages of this workflow would be called now, by template. */
  titles: ReadonlyMap<string, string>;
  /** What their buttons say, by action. */
  buttonLabel: (action: string) => string | undefined;
  /** Why what was to be tried is refused. */
  refused: boolean;
};

/** Something to try on the case, at the case's own now. */
export type Trial = (now: Instant) => CaseEvent;

const NO_PLAN: CasePlan = {
  next: null,
  plan: [],
  sendsNext: [],
  titles: new Map(),
  buttonLabel: () => undefined,
  refused: false,
};

const ONE = `select ${CASE_COLUMNS} from cases c where c.workspace_id = $1 and c.id = $2`;

/**
 * What happens next and after that, if nobody answers: messages that wait already, then `plan` of
 * the core from the case's next moment. A closed case has the rest of its ending, or nothing. With a
 * `trial` it is the plan as it would be after that event; nothing is saved.
 */
export async function planOf(
  ctx: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  caseId: string,
  locale = "en",
  trial?: Trial,
): Promise<CasePlan> {
  const [row] = (await ctx.db.$client.unsafe(ONE, [workspaceId, caseId], {
    prepare: true,
  })) as unknown as CaseRow[];
  if (!row) return NO_PLAN;
  const now = await nowOf(ctx.db, workspaceId);
  const { cases, decide } = await loadFacts(ctx.db, [row]);
  const [loaded] = cases;
  if (!loaded) return NO_PLAN;
  const { program, facts } = loaded;
  const event = trial?.(now);
  const { state, entries, steps, refused } = await decide(loaded, () => {
    const tried = event && advance(program, stateOf(row), event, facts);
    const at = tried?.state ?? stateOf(row);
    return {
      state: at,
      entries: [...startedBy(tried?.effects ?? []), ...plan(program, at, facts, now)],
      steps: sendsNext(program, at, facts, now),
      refused: (tried?.refused ?? null) !== null,
    };
  });
  const waiting = await waitingMessages(ctx.db, workspaceId, caseId);
  const kept = event ? waiting.flatMap((message) => afterTrial(message, event)) : waiting;
  const zone = facts.person.timeZone ?? facts.workspace.timeZone;
  const people = await namesOf(ctx.db, workspaceId, [...kept, ...entries]);
  const keys = [...templatesOf(program), ...[...kept, ...entries].map(({ template }) => template)];
  const scope = conditionScope(facts, state, now);
  const home = facts.workspace.locale;
  const reader = { locale: facts.person.locale ?? home, home, zone, now };
  const { titleAt, buttonLabel } = await templateTitles(
    ctx.db,
    workspaceId,
    keys.filter(isText),
    scope,
    reader,
  );
  const person = (id: string) => people.get(id) ?? id;
  const say = (entry: Parameters<typeof planSentence>[0], withoutMoment = false) => {
    const template = (key: string) => titleAt(key, entry.at ?? now);
    return planSentence(entry, { locale, zone, now, withoutMoment, names: { person, template } });
  };
  const worded = ({ because, ...entry }: PlanEntry) => ({
    ...entry,
    sentence: say(entry),
    what: say(entry, true),
    because: because
      ? becauseOf(because, { locale, zone, now, names: { person, action: buttonLabel } })
      : null,
  });
  const items: PlanItem[] = [
    ...kept.map(({ messageId, ...message }) => ({ ...worded(message), messageId })),
    ...entries.map((entry) => ({ ...worded(entry), messageId: null })),
  ].sort((a, b) => a.at - b.at);
  const titles = new Map(keys.filter(isText).map((key) => [key, titleAt(key, now) ?? key]));
  return {
    ...{ next: nextOf(state, items, say), plan: items, sendsNext: steps },
    ...{ titles, buttonLabel, refused },
  };
}

const isText = (key: string | null): key is string => key !== null;

/** Messages that a trial plans at once: they are not behind the case's next moment. */
function startedBy(effects: ReturnType<typeof advance>["effects"]): PlanEntry[] {
  return effects.flatMap((effect) => {
    if (effect.type !== "plan_message" || effect.message.request.ghost) return [];
    const { deliverAt, step, stage, personId, channel, template, request } = effect.message;
    const { because = null, level = null } = request;
    return [
      { at: deliverAt, kind: "send", step, stage, personId, channel, template, level, because },
    ];
  });
}

/** What a trial makes of a message that waits already. */
function afterTrial(message: Waiting, event: CaseEvent): Waiting[] {
  if (event.type === "snoozed") return [{ ...message, at: Math.max(message.at, event.until) }];
  if (!("message" in event) || event.message === undefined) return [message];
  const { step, channel, personId } = event.message;
  const isThis =
    message.step === step && message.channel === channel && message.personId === personId;
  if (!isThis) return [message];
  if (event.type === "planned_taken_out") return [];
  return [{ ...message, at: event.type === "planned_moved" ? event.to : event.at }];
}

/** Every template that the program's own messages are made from. */
function templatesOf({ instructions }: Program): string[] {
  return instructions.flatMap((instruction) =>
    instruction.op === "send"
      ? [...instruction.uses, ...(instruction.fallback ? [instruction.fallback.use] : [])].map(
          ({ template }) => template,
        )
      : [],
  );
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
    request: unknown;
  }>(sql`
    select id as "messageId", round(date_part('epoch', coalesce(deliver_at, planned_at)) * 1000) as at,
      step, stage, person_id as "personId", channel, template, request
    from messages where workspace_id = ${workspaceId} and case_id = ${caseId}
      and status in ('planned', 'held') order by deliver_at limit 50`);
  return rows.map(({ request, ...row }) => {
    const asked = MessageRequest.safeParse(request).data;
    const { level = null, because = null } = asked ?? {};
    return { ...row, kind: "send" as const, level, because };
  });
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
    return { at: null, kind: waitingFor, sentence, what: sentence };
  }
  const [first] = items;
  return first
    ? { at: first.at, kind: first.kind, sentence: first.sentence, what: first.what }
    : null;
}
