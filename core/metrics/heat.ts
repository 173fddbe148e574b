import { offsetAt } from "@/core/calendar/zone-offset";
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from "@/core/time";
import type { CaseMoments } from "./case-moments";
import { leftAt } from "./message-facts";
import type { RawCase, RawMessage } from "./raw-case";
import type { Count } from "./tally-count";
import type { TallySum } from "./tally-sums";

export const WEEK_HOURS = 168;

/** A message is waited on no longer; later answers are hardly due to it. */
const WAIT_MAX_MS = 7 * DAY_MS;

/** 1970-01-01 was a Thursday. */
const EPOCH_HOUR = 3 * 24;

/** Local hours since 1970, of a clock that is `offset` ahead. */
const localHour = (at: Instant, offset: number): number => Math.floor((at + offset) / HOUR_MS);

/** 0 is Monday 00:00. */
const hourOfWeek = (hour: number): number =>
  (((hour + EPOCH_HOUR) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;

/**
 * Counts when the person of a case answers, and when they might have. Each message to them waits until
 * the next one, the response or the end; a response counts for the message that waited.
 */
export function countHeat(
  raw: RawCase,
  { delivered, respondedAt, endedAt }: CaseMoments,
  { zone, isTheirs }: { zone: string; isTheirs: boolean },
  count: Count,
): void {
  const over = respondedAt ?? endedAt;
  const asked = delivered.filter(
    (message) =>
      message.personId === raw.personId &&
      message.request.ending !== true &&
      (over === null || leftAt(message) <= over),
  );
  asked.forEach((message, i) => {
    const next = asked[i + 1];
    const until = next ? leftAt(next) : over;
    if (until !== null) countWait(message, until, zone, count);
  });
  const last = asked.at(-1);
  if (respondedAt === null || !last || !isTheirs) return;
  const bucket = hourOfWeek(localHour(respondedAt, offsetAt(respondedAt, zone)));
  count("heat_response", { stage: last.stage, channel: last.channel, bucket });
}

/** Counts the hours that a wait touches, both ends included, by where they begin and end. */
function countWait(message: RawMessage, until: Instant, zone: string, count: Count): void {
  const at = { stage: message.stage, channel: message.channel };
  let room = WEEK_HOURS;
  for (const span of localSpans(leftAt(message), until, zone)) {
    const hours = Math.min(span.to - span.from + 1, room);
    if (hours <= 0) continue;
    room -= hours;
    const from = hourOfWeek(span.from);
    const end = from + hours;
    count("heat_wait_step", { ...at, bucket: from });
    if (end < WEEK_HOURS) count("heat_wait_step", { ...at, bucket: end, n: -1 });
    if (end <= WEEK_HOURS) continue;
    // Past Sunday midnight it goes on at the week's beginning.
    count("heat_wait_step", { ...at, bucket: 0 });
    count("heat_wait_step", { ...at, bucket: end - WEEK_HOURS, n: -1 });
  }
}

/** The local hours from one moment to another, apart where the clocks were changed: none counts twice. */
function localSpans(from: Instant, until: Instant, zone: string): { from: number; to: number }[] {
  const to = Math.min(until, from + WAIT_MAX_MS);
  const before = offsetAt(from, zone);
  const after = offsetAt(to, zone);
  if (before === after) return [{ from: localHour(from, before), to: localHour(to, before) }];
  const change = changeBetween(from, to, zone);
  const first = { from: localHour(from, before), to: localHour(change - 1, before) };
  const next = Math.max(localHour(change, after), first.to + 1);
  return [first, { from: next, to: localHour(to, after) }];
}

/** The first moment, to a second, of the clock that is in force at `to`. */
function changeBetween(from: Instant, to: Instant, zone: string): Instant {
  const before = offsetAt(from, zone);
  let low = Math.floor(from / SECOND_MS);
  let high = Math.ceil(to / SECOND_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND_MS, zone) === before) low = middle;
    else high = middle;
  }
  return Math.min(high * SECOND_MS, to);
}

/** Per hour of the week, Monday 00:00 first: responses, and delivered messages that waited in it. */
export function heatOf(
  sums: readonly Pick<TallySum, "measure" | "bucket" | "n">[],
): { responses: number; awaiting: number }[] {
  const cells = Array.from({ length: WEEK_HOURS }, () => ({ responses: 0, step: 0 }));
  for (const { measure, bucket, n } of sums) {
    const cell = cells[bucket];
    if (!cell) continue;
    if (measure === "heat_response") cell.responses += n;
    if (measure === "heat_wait_step") cell.step += n;
  }
  let awaiting = 0;
  return cells.map(({ responses, step }) => {
    awaiting += step;
    return { responses, awaiting };
  });
}
