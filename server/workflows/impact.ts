import { sql } from "drizzle-orm";
import { evaluateText } from "@/core/condition/evaluate-text";
import type { WorkspaceId } from "@/core/ids";
import type { SentenceOptions } from "@/core/sentence/names";
import { stepSentence } from "@/core/sentence/step-sentence";
import { DAY_MS, type Instant } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { type Definition, walk } from "@/core/workflow/definition";
import { canonicalText } from "@/core/workflow/edit/document";
import { landingOf } from "@/core/workflow/landing";
import type { Step } from "@/core/workflow/step";
import type { Db } from "@/db/client";
import { loadPrograms } from "../cases/programs";
import { nowOf } from "../clock/clock";
import { tryMoves } from "./try-moves";

const START_DAYS = 14;
const STARTS_COUNTED_MAX = 100_000;
/** Events whose data are looked at to tell how many meet the condition of the start. */
const STARTS_LOOKED_AT_MAX = 500;
/** Cases that a preview moves on trial; the others of a larger workflow are counted, not tried. */
const CASES_TRIED_MAX = 500;

/** What the moved cases of one row would send next. */
export type NextMessages = {
  /** Cases that were tried. */
  tried: number;
  /** Of them: a message leaves within the hour because of the move. */
  soon: number;
  /** Of them: the move changes nothing about their next message. */
  unchanged: number;
  /** Of the others the first and the last moment of a next message; null where none follows. */
  from: Instant | null;
  to: Instant | null;
};

export type Landing = {
  version: number;
  step: string | null;
  cases: number;
  landsOn: string | null;
  /** The step they stand at, in a sentence; null at the start and at the end. */
  stepSentence: string | null;
  /** `same`, changed (`edited`) or gone (`gone`) in the new version; `end`: no step follows. */
  place: "same" | "edited" | "gone" | "end";
  landsOnSentence: string | null;
  /** Null where nothing was tried. */
  next: NextMessages | null;
};

export type Impact = {
  /** Open cases on earlier versions. */
  inFlight: number;
  /** Where they stand, and where they would go on if they were moved. */
  landing: Landing[];
  /** Open cases whose version is gone: they stay where they are. */
  unplaced: number;
  /** Start events per day over the last days; null where no event starts the workflow. */
  startsPerDay: number | null;
};

type Options = SentenceOptions & {
  /** Try each move: only for a document that could be published. */
  tries: boolean;
};

/** Who is where, where publishing would put them, and what they would then get. */
export async function impactOf(
  db: Db,
  workspaceId: WorkspaceId,
  key: string,
  definition: Definition,
  options: Options,
): Promise<Impact> {
  const stands = await db.execute<Stand>(sql`
    select version, pc, step, count(*)::int as cases from cases
    where workspace_id = ${workspaceId} and workflow = ${key} and status = 'open'
    group by 1, 2, 3 order by 1, 2`);
  const newest = Math.max(0, ...stands.map(({ version }) => version));
  const next = compile(definition, { workflow: key, version: newest + 1 });
  const programOf = await loadPrograms(
    db,
    stands.map(({ version }) => ({ workspaceId, workflow: key, version })),
  );
  const now = stepsOf(definition);
  let unplaced = 0;
  const landing = new Map<string, Landing>();
  for (const { version, pc, step, cases } of stands) {
    const from = programOf({ workspaceId, workflow: key, version });
    if (!from) {
      unplaced += cases;
      continue;
    }
    const landsOn = landingOf(from, next, pc).step;
    const name = rowName(version, step);
    const known = landing.get(name);
    if (known) known.cases += cases;
    else {
      const was = step === null ? undefined : stepsOf(from.definition).get(step);
      const is = landsOn === null ? undefined : now.get(landsOn);
      landing.set(name, {
        ...{ version, step, cases, landsOn },
        stepSentence: was ? titled(was, options) : null,
        place: placeOf(was, is, step !== null && now.has(step)),
        landsOnSentence: is ? titled(is, options) : null,
        next: null,
      });
    }
  }
  if (options.tries) {
    for await (const move of tryMoves(db, workspaceId, next, { casesMax: CASES_TRIED_MAX })) {
      const row = landing.get(rowName(move.version, move.step));
      if (row) row.next = withMove(row.next ?? NONE_TRIED, move);
    }
  }
  const inFlight = stands.reduce((sum, row) => sum + row.cases, 0);
  return {
    inFlight,
    landing: [...landing.values()],
    unplaced,
    startsPerDay: await startsPerDay(db, workspaceId, definition),
  };
}

type Stand = { version: number; pc: number; step: string | null; cases: number };

const rowName = (version: number, step: string | null) => `${version} ${step ?? ""}`;

const stepsOf = (definition: Definition): Map<string, Step> =>
  new Map([...walk(definition)].map(({ step }) => [step.id, step]));

const titled = (step: Step, options: SentenceOptions): string => {
  const sentence = stepSentence(step, options);
  return step.title ? `${step.title}: ${sentence}` : sentence;
};

function placeOf(was: Step | undefined, is: Step | undefined, isThere: boolean): Landing["place"] {
  if (!is) return "end";
  if (was?.id === is.id) return canonicalText(was) === canonicalText(is) ? "same" : "edited";
  return isThere ? "edited" : "gone";
}

const NONE_TRIED: NextMessages = { tried: 0, soon: 0, unchanged: 0, from: null, to: null };

function withMove(
  { tried, soon, unchanged, from, to }: NextMessages,
  {
    nextAt,
    isChanged,
    sendsSoon,
  }: { nextAt: Instant | null; isChanged: boolean; sendsSoon: boolean },
): NextMessages {
  const moment = isChanged ? nextAt : null;
  return {
    tried: tried + 1,
    soon: soon + Number(sendsSoon),
    unchanged: unchanged + Number(!isChanged),
    from: moment === null ? from : Math.min(moment, from ?? moment),
    to: moment === null ? to : Math.max(moment, to ?? moment),
  };
}

/** Of the events that start it, those that meet its condition, by a look at the latest. */
async function startsPerDay(db: Db, workspaceId: WorkspaceId, { start }: Definition) {
  if (!start) return null;
  const now = await nowOf(db, workspaceId);
  const since = sql`to_timestamp(${now - START_DAYS * DAY_MS} / 1000.0)`;
  const ofStart = sql`workspace_id = ${workspaceId} and name = ${start.event}
    and received_at > ${since}`;
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from events where ${ofStart}
      limit ${STARTS_COUNTED_MAX}) e`);
  const share = start.where === undefined ? 1 : await shareOf(db, ofStart, start.where, now);
  return Math.round((((row?.n ?? 0) * share) / START_DAYS) * 10) / 10;
}

async function shareOf(db: Db, of: ReturnType<typeof sql>, where: string, now: Instant) {
  const rows = await db.execute<{ data: Record<string, unknown> }>(sql`
    select data from events where ${of} order by id desc limit ${STARTS_LOOKED_AT_MAX}`);
  const met = rows.filter(({ data }) => evaluateText(where, { data, now }).value);
  return rows.length === 0 ? 0 : met.length / rows.length;
}
