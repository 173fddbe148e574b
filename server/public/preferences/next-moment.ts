import { endOfQuiet } from "@/core/calendar/windows";
import { nextMessageAt } from "@/core/case/next-message";
import { digestMoment } from "@/core/delivery/digest";
import type { Instant } from "@/core/time";
import { nextInQueue } from "@/db/queries/own-page";
import { CASE_COLUMNS, type CaseRow, stateOf } from "@/server/cases/case-row";
import { loadFacts } from "@/server/cases/load-facts";
import type { Ctx } from "@/server/context";
import type { PersonPreferences } from "@/server/people/person-preferences";
import type { Reader } from "../link";

/** Matters whose plans are looked at: a person rarely has more. */
const CASES_MAX = 20;

const OPEN = `select ${CASE_COLUMNS} from cases c
  where c.workspace_id = $1 and c.person_id = $2 and c.status = 'open'
  order by c.next_action_at nulls last, c.id limit ${CASES_MAX}`;

/**
 * When the next message of a topic, or of any, reaches somebody, if nobody answers before: as it is
 * planned, moved by what they chose. Null: nothing is planned. A moment that is over: it is about to leave.
 */
export async function nextMoment(
  ctx: Ctx,
  { workspaceId, person, now, zone }: Reader,
  preferences: PersonPreferences,
  topicKey: string | null,
): Promise<Instant | null> {
  const topic = preferences.topics.find(({ key }) => key === topicKey);
  const queued = await nextInQueue(ctx.db, workspaceId, person.id, topicKey);
  const planned = await nextPlanned(ctx, workspaceId, person.id, topicKey, now);
  const moments = [queued, planned].filter((at) => at !== null);
  if (moments.length === 0) return null;
  let at = Math.max(Math.min(...moments), now);
  if (topic && (topic.frequency === "daily" || topic.frequency === "weekly")) {
    at = digestMoment(at, topic.frequency, topic.digestAt, zone);
  }
  const pausedUntil = Date.parse(preferences.pausedUntil ?? "");
  if (topic?.required !== true && pausedUntil > at) at = pausedUntil;
  return preferences.quietHours === null ? at : endOfQuiet(at, preferences.quietHours, zone);
}

async function nextPlanned(
  ctx: Ctx,
  workspaceId: Reader["workspaceId"],
  personId: string,
  topic: string | null,
  now: Instant,
): Promise<Instant | null> {
  const rows = await ctx.db.$client.unsafe(OPEN, [workspaceId, personId]);
  const { cases, decide } = await loadFacts(ctx.db, rows as unknown as CaseRow[]);
  const moments: Instant[] = [];
  for (const loaded of cases) {
    const { row, program, facts } = loaded;
    if (topic !== null && program.definition.topic !== topic) continue;
    const at = await decide(loaded, () => nextMessageAt(program, stateOf(row), facts, now));
    if (at !== null) moments.push(at);
  }
  return moments.length === 0 ? null : Math.min(...moments);
}
