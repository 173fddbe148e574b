import { msOfBucket, visitOf, WAYS } from "@/core/case/trail";
import { DAY_MS, type Instant, SECOND_MS } from "@/core/time";
import type { CaseMoments } from "./case-moments";
import { durationBucket } from "./duration-bucket";
import { leftAt } from "./message-facts";
import type { RawCase } from "./raw-case";
import type { Count } from "./tally-count";

/** Where a case runs its last words: no stages of its plan, unless one is called so. */
const ENDINGS = ["resolution", "expiry"];

/** One visit of the trail by its stage; `at`: since when, where it stands there still. */
type Stood = {
  stage: string;
  way: string;
  at: Instant | null;
  day: number;
  restedMs: number;
  /** At the latest. */
  leftAt: Instant;
};

/**
 * Counts a case in each stage it came to, once: it came through, stands there, was resolved or ended
 * there. Entered are the stages of its trail and those that it planned messages of.
 */
export function countStages(raw: RawCase, moments: CaseMoments, count: Count): void {
  const order = new Map(raw.stages.map(({ id }, place) => [id, place]));
  const stood = stoodOf(raw);
  const entered = new Set(stood.map(({ stage }) => stage));
  for (const { stage, request } of raw.messages) {
    if (stage === null || request.ending === true) continue;
    if (order.has(stage) || !ENDINGS.includes(stage)) entered.add(stage);
  }
  if (raw.status === "open" && raw.stage !== null && order.has(raw.stage)) entered.add(raw.stage);
  // What another version called so stands before the stages of this one.
  const placeOf = (stage: string) => order.get(stage) ?? -1;
  const stages = [...entered].toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  const last = lastStage(raw, stages, stood);
  const answered = answeredIn(raw, moments, { stages, stood, last });
  for (const stage of stages) {
    const fate = stage === last ? fateOf(raw) : "stage_passed";
    count("stage_entered", { stage });
    count(fate, { stage });
    if (stage === answered) count("stage_responded", { stage });
    else if (fate === "stage_passed" || fate === "stage_ended")
      count("stage_unanswered", { stage });
    countDelivered(moments, stage, count);
  }
}

function countDelivered({ delivered, first }: CaseMoments, stage: string, count: Count): void {
  const message = delivered.find((each) => each.stage === stage && each.request.ending !== true);
  if (!message) return;
  count("stage_delivered", { stage });
  if (!first) return;
  const seconds = (leftAt(message) - leftAt(first)) / SECOND_MS;
  count("stage_began", { stage, bucket: durationBucket(seconds) });
}

function fateOf({ status }: RawCase): "stage_here" | "stage_resolved" | "stage_ended" {
  if (status === "open") return "stage_here";
  return status === "resolved" ? "stage_resolved" : "stage_ended";
}

function stoodOf({ trail, stages }: RawCase): Stood[] {
  if (!trail) return [];
  return stages.flatMap(({ id: stage, steps }) =>
    steps.flatMap((step) => {
      const visit = trail[step];
      if (visit === undefined) return [];
      const { day, bucket, way } = visitOf(visit);
      const at = way === WAYS.here ? Number(visit.slice(visit.indexOf("@") + 1)) : null;
      const restedMs = msOfBucket(bucket);
      return [{ stage, way, at, day, restedMs, leftAt: (day + 1) * DAY_MS + restedMs }];
    }),
  );
}

/** Where it stands, or stood when it ended; where no trace says, the furthest that it came. */
function lastStage(
  { status, stage }: RawCase,
  stages: readonly string[],
  stood: readonly Stood[],
): string | undefined {
  if (status === "open" && stage !== null && stages.includes(stage)) return stage;
  const way = status === "open" ? WAYS.here : WAYS.end(status);
  // A case that was reopened may have ended twice.
  const ends = stood
    .filter((visit) => visit.way === way)
    .toSorted((a, b) => a.leftAt - b.leftAt || stages.indexOf(a.stage) - stages.indexOf(b.stage));
  return ends.at(-1)?.stage ?? stages.at(-1);
}

/**
 * The stage it stood in at the response: that of what it planned last before it, or of the step it came
 * to last and stands at. What it did at that very moment it did because of it. A stage that wrote nothing
 * is known by the days on which it may have rested there: of several it is where it rested longest.
 */
function answeredIn(
  raw: RawCase,
  { respondedAt, endedAt }: CaseMoments,
  known: { stages: readonly string[]; stood: readonly Stood[]; last: string | undefined },
): string | undefined {
  if (respondedAt === null) return undefined;
  const { stages, stood, last } = known;
  if (respondedAt === endedAt) return last;
  const marks = [
    ...raw.messages.map(({ stage, plannedAt, request }) => ({
      stage: request.ending === true ? null : stage,
      at: plannedAt,
    })),
    ...stood,
  ];
  const found = marks
    .flatMap(({ stage, at }) =>
      stage !== null && at !== null && at < respondedAt && stages.includes(stage)
        ? [{ stage, at }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at || stages.indexOf(a.stage) - stages.indexOf(b.stage))
    .at(-1);
  const rested = stood
    .filter((visit) => mayRestAt(visit, respondedAt))
    .toSorted((a, b) => a.restedMs - b.restedMs);
  const isPlain = rested.length === 0 || rested.some(({ stage }) => stage === found?.stage);
  return (isPlain ? found : rested.at(-1))?.stage ?? stages[0];
}

/** Whether it may have waited there then, as far as its days tell. */
const mayRestAt = ({ at, day, leftAt, restedMs }: Stood, then: Instant): boolean =>
  at === null ? restedMs > 0 && day * DAY_MS <= then && then <= leftAt : at < then;
