import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { dueDay } from "@/core/metrics/due-moment";
import { MESSAGE_MEASURES } from "@/core/metrics/measure";
import { isMerged, MERGED_MARK } from "@/core/metrics/merged-sums";
import type { AskedSums, Cohort, TallyGroup, TallySum } from "@/core/metrics/tally-sums";
import type { Channel } from "@/core/template/channel";
import { toRfc3339 } from "@/core/time";
import type { Db } from "@/db/client";
import { people } from "@/db/schema/people";
import { type PersonClause, personClauseSql } from "./person-clauses";

/** The cases that are counted; `days`: the period as whole days of the workspace's zone, both in it. */
export type CountedCases = Omit<Cohort, "segment"> & {
  workspaceId: WorkspaceId;
  days: { from: string; to: string } | null;
  /** Of its people; null: whoever they are. */
  segment: readonly PersonClause[] | null;
};

const REASONS = ["not_sent/", "failed/", "held/"];
const OF_MESSAGES: readonly string[] = MESSAGE_MEASURES;

/** Whether all that is asked for counts messages, which a stage and a channel are told of by themselves. */
export const asksMessages = ({ measures = [], prefix }: AskedSums): boolean =>
  measures.every((measure) => OF_MESSAGES.includes(measure)) &&
  (prefix === undefined || isReason(prefix));

const isReason = (measure: string) => REASONS.some((reason) => measure.startsWith(reason));

/** Sums as they are kept by day and month. */
export async function sumRollups(
  db: Db,
  cases: CountedCases & { days: NonNullable<CountedCases["days"]> },
  asked: AskedSums,
  by: readonly TallyGroup[],
): Promise<TallySum[]> {
  const { days, stage, channel } = cases;
  const isOfAll = asksAll(cases, asked, by);
  const measures = (asked.measures ?? []).map((name) => (isOfAll ? name + MERGED_MARK : name));
  if (asked.prefix !== undefined) {
    measures.push(...(await listMeasures(db, cases.workspaceId, asked.prefix)));
  }
  if (measures.length === 0) return [];
  const { upTo } = asked;
  const where = (table: SQL, from: string, to: string) => sql`
    select measure, day, workflow, version, arm, stage, channel, bucket, n
    from ${table} r where r.workspace_id = ${cases.workspaceId}
      and r.measure = any(${sql.param(measures)}::text[]) and r.day between ${from} and ${to}
      ${sql.join(sharedConditions(sql`r`, cases), sql``)}
      ${stage === undefined ? sql`` : sql`and r.stage = ${stage}`}
      ${channel === undefined ? sql`` : sql`and r.channel = ${channel}`}
      ${upTo === undefined ? sql`` : sql`and r.bucket < ${dueDay(upTo)}`}`;
  const parts = by.includes("day") ? [{ months: false, ...days }] : partsOf(days);
  const selects = parts.map(({ months, from, to }) =>
    where(months ? sql`rollup_months` : sql`rollup_days`, from, to),
  );
  if (upTo !== undefined) selects.push(duePassedToday(cases, measures, upTo));
  const rows = sql.join(selects, sql` union all `);
  return readSums(
    db,
    sql`from (${rows}) r`,
    {
      measure: isOfAll ? sql`rtrim(r.measure, ${MERGED_MARK})` : sql`r.measure`,
      stage: sql`r.stage`,
      channel: sql`r.channel`,
      bucket: isOfAll || asked.waitedTo === undefined ? sql`r.bucket` : waitedSince(asked.waitedTo),
    },
    { day: sql`r.day::text`, workflow: sql`r.workflow`, version: sql`r.version`, arm: sql`r.arm` },
    sql`r.n`,
    asked,
    by,
  );
}

const WAITING = ["response_waiting", "resolution_waiting", "escalation_waiting"];

/** Whether sums over everything answer it (core/metrics/merged-sums.ts). */
const asksAll = (
  { workflow, version, arm, stage, channel }: CountedCases,
  { together, measures = [], prefix }: AskedSums,
  by: readonly TallyGroup[],
): boolean =>
  together === true &&
  by.every((group) => group === "day") &&
  prefix === undefined &&
  [workflow, version, arm, stage, channel].every((value) => value === undefined) &&
  measures.every(isMerged);

/** What waits leaves a row for every minute: those whose waiting differs by less than 1 % come together. */
function waitedSince(now: number): SQL {
  const age = sql`${now}::int - r.bucket`;
  const step = sql`case when ${age} < 1000 then 1 when ${age} < 6000 then 10 when ${age} < 144000 then 60
    else 1440 end`;
  return sql`case when r.measure = any(${sql.param(WAITING)}::text[])
    then r.bucket - r.bucket % (${step}) + (${step}) / 2 else r.bucket end`;
}

/** Rollups know of due moments by the day: those of the day that is not over are counted one by one. */
const duePassedToday = (cases: CountedCases, measures: readonly string[], upTo: number) => sql`
  select split_part(t.key, '|', 1) as measure, f.day, f.workflow, f.version, f.arm,
    '' as stage, '' as channel, split_part(t.key, '|', 4)::int as bucket, t.value::bigint as n
  from case_facts f cross join lateral jsonb_each_text(f.tallies) as t
  where ${casesWhere(cases)} and f.due_at > to_timestamp(${(dueDay(upTo) - 1) * 60}::float8)
    and f.due_at <= to_timestamp(${upTo * 60}::float8)
    and split_part(t.key, '|', 1) = any(${sql.param([...measures])}::text[])`;

/** Sums of what each single case counts. */
export async function sumCases(
  db: Db,
  cases: CountedCases,
  asked: AskedSums,
  by: readonly TallyGroup[],
): Promise<TallySum[]> {
  const { stage, channel, zone } = cases;
  const measure = sql`split_part(t.key, '|', 1)`;
  const bucket = sql`split_part(t.key, '|', 4)::int`;
  const ofStage = stage === undefined ? sql`true` : sql`split_part(t.key, '|', 2) = ${stage}`;
  const onChannel = channel === undefined ? sql`true` : sql`split_part(t.key, '|', 3) = ${channel}`;
  const isOfMessage = sql`(${measure} = any(${sql.param(OF_MESSAGES)}::text[])
    or ${sql.join(
      REASONS.map((reason) => sql`starts_with(t.key, ${reason})`),
      sql` or `,
    )})`;
  const narrowed =
    stage === undefined && channel === undefined
      ? sql``
      : sql`and case when ${isOfMessage} then ${ofStage} and ${onChannel}
          else ${hadMessage(cases)} end`;
  const wanted = [
    sql`${measure} = any(${sql.param(asked.measures ?? [])}::text[])`,
    ...(asked.prefix === undefined ? [] : [sql`starts_with(t.key, ${asked.prefix})`]),
  ];
  return readSums(
    db,
    sql`from case_facts f cross join lateral jsonb_each_text(f.tallies) as t
      where ${casesWhere(cases)} and (${sql.join(wanted, sql` or `)}) ${narrowed}
        ${asked.upTo === undefined ? sql`` : sql`and ${bucket} <= ${asked.upTo}`}`,
    {
      measure,
      stage: sql`split_part(t.key, '|', 2)`,
      channel: sql`split_part(t.key, '|', 3)`,
      bucket,
    },
    {
      day: sql`(f.opened_at at time zone ${zone})::date::text`,
      hour: sql`to_char(f.opened_at at time zone ${zone}, 'YYYY-MM-DD"T"HH24')`,
      workflow: sql`f.workflow`,
      version: sql`f.version`,
      arm: sql`f.arm`,
    },
    sql`t.value::bigint`,
    asked,
    by,
  );
}

/** Ended, and how: its duration, the tally's bucket for a working time that ended otherwise, or since when it waits. */
export type DurationRow = {
  key: string;
  seconds: number | null;
  ended: number | null;
  endedBucket: number | null;
  since: number | null;
  n: number;
};

const KEYS = {
  version: sql`f.version::text`,
  arm: sql`f.arm`,
  workflow: sql`f.workflow`,
} as const;

/** Durations of each single case from its first delivered message, equal ones together. */
export async function listDurations(
  db: Db,
  cases: CountedCases,
  of: "response" | "resolution",
  clock: "wall" | "working",
  by?: "version" | "channel" | "arm" | "workflow",
): Promise<DurationRow[]> {
  const took = sql.raw(`f.${of}${clock === "wall" ? "" : "_working"}_seconds`);
  const key =
    by === undefined
      ? sql`'all'`
      : by === "channel"
        ? sql`(select split_part(k, '|', 3) from jsonb_object_keys(f.tallies) k
            where starts_with(k, ${`${of}_`}) limit 1)`
        : KEYS[by];
  const bucket = sql`(select split_part(k, '|', 4)::int from jsonb_object_keys(f.tallies) k
    where starts_with(k, ${`${of}_ended_business|`}) limit 1)`;
  const hasEnded = sql`${took} is null and f.ended_at is not null`;
  const narrowed =
    cases.stage === undefined && cases.channel === undefined
      ? sql``
      : sql`and ${hadMessage(cases)}`;
  const rows = await db.execute<DurationRow>(sql`
    select ${key} as key, ${took} as seconds,
      case when ${hasEnded} then greatest(0,
        floor(date_part('epoch', f.ended_at - f.sent_at)))::float8 end as ended,
      ${clock === "wall" ? sql`null::int` : sql`case when ${hasEnded} then ${bucket} end`} as "endedBucket",
      case when ${took} is null and f.ended_at is null
        then round(date_part('epoch', f.sent_at) * 1000)::float8 end as since,
      count(*)::int as n
    from case_facts f
    where ${casesWhere(cases)} and f.sent_at is not null and jsonb_exists(f.tallies, 'reached|||0') ${narrowed}
    group by 1, 2, 3, 4, 5`);
  return [...rows];
}

/** Opened in the period, and matching what is set, but for stage and channel. */
function casesWhere(cases: CountedCases): SQL {
  const { workspaceId, period, days, team, topic, locale, segment } = cases;
  const from = toRfc3339(period.from);
  const to = toRfc3339(period.to);
  const conditions: SQL[] = [
    sql`f.workspace_id = ${workspaceId}`,
    // Days of any zone lie within a day of the workspace's.
    days
      ? sql` and f.day between ${days.from} and ${days.to}`
      : sql` and f.day between ${from}::timestamptz::date - 1 and ${to}::timestamptz::date + 1
          and f.opened_at >= ${from}::timestamptz and f.opened_at < ${to}::timestamptz`,
    ...sharedConditions(sql`f`, cases),
  ];
  if (team !== undefined) conditions.push(sql` and f.team = ${team}`);
  if (topic !== undefined) conditions.push(sql` and f.topic = ${topic}`);
  if (locale !== undefined) conditions.push(sql` and f.locale = ${locale}`);
  if (segment !== null) {
    const clauses = segment.map((clause) => sql` and ${personClauseSql(workspaceId, clause)}`);
    conditions.push(sql` and f.person_id in (select ${people.id} from ${people}
      where ${people.workspaceId} = ${workspaceId} and ${people.erasedAt} is null
      ${sql.join(clauses, sql``)})`);
  }
  return sql.join(conditions, sql``);
}

function sharedConditions(table: SQL, { workflow, version, arm }: CountedCases): SQL[] {
  return [
    ...(workflow === undefined ? [] : [sql` and ${table}.workflow = ${workflow}`]),
    ...(version === undefined ? [] : [sql` and ${table}.version = ${version}`]),
    ...(arm === undefined
      ? []
      : [sql` and string_to_array(${table}.arm, ',') @> string_to_array(${arm}, ',')`]),
  ];
}

/** A message of the stage was delivered on the channel. */
function hadMessage({ stage, channel }: CountedCases): SQL {
  if (stage === undefined) return sql`f.channels @> array[${channel ?? ""}]::text[]`;
  if (channel === undefined) return sql`f.stages @> array[${stage}]::text[]`;
  return sql`f.tallies ? ${`delivered|${stage}|${channel}|0`}`;
}

/** What a case counts in, and where; `upTo`: the last bucket that counts. */
export type CountedIn = {
  measure: string;
  stage?: string | undefined;
  channel?: Channel | undefined;
  upTo?: number | undefined;
};

/** Ids of exactly the cases that add to a sum. */
export function idsCountedIn(
  cases: CountedCases,
  { measure, stage, channel, upTo }: CountedIn,
): SQL {
  const part = (place: number) => sql`split_part(k, '|', ${sql.raw(String(place))})`;
  const isOfMessages = asksMessages({ measures: [measure] }) || isReason(measure);
  const [atStage, onChannel] = isOfMessages ? [cases.stage, cases.channel] : [];
  const conditions = [
    sql`starts_with(k, ${`${measure}|`})`,
    ...[stage, atStage].flatMap((id) => (id === undefined ? [] : sql`${part(2)} = ${id}`)),
    ...[channel, onChannel].flatMap((id) => (id === undefined ? [] : sql`${part(3)} = ${id}`)),
    ...(upTo === undefined ? [] : [sql`${part(4)}::int <= ${upTo}`]),
  ];
  const isNarrow = !isOfMessages && (cases.stage !== undefined || cases.channel !== undefined);
  return sql`select f.case_id from case_facts f where ${casesWhere(cases)}
    ${isNarrow ? sql`and ${hadMessage(cases)}` : sql``}
    and exists (select 1 from jsonb_object_keys(f.tallies) k where ${sql.join(conditions, sql` and `)})`;
}

type Columns = Record<"measure" | "stage" | "channel" | "bucket", SQL>;

async function readSums(
  db: Db,
  from: SQL,
  columns: Columns,
  groups: Partial<Record<TallyGroup, SQL>>,
  n: SQL,
  { upTo, together = false }: AskedSums,
  by: readonly TallyGroup[],
): Promise<TallySum[]> {
  const named: [string, SQL][] = [
    ["measure", columns.measure],
    ["stage", together ? sql`''` : columns.stage],
    ["channel", together ? sql`''` : columns.channel],
    ["bucket", upTo === undefined ? columns.bucket : sql`${upTo}::int`],
    ...by.flatMap((group): [string, SQL][] => {
      const column = groups[group];
      if (!column) throw new Error(`Invariant violated: these sums are not kept by ${group}`);
      return [[group === "hour" ? "day" : group, column]];
    }),
  ];
  const selected = named.map(([name, column]) => sql`${column} as ${sql.identifier(name)}`);
  const places = named.map((_, i) => sql.raw(String(i + 1)));
  const rows = await db.execute<TallySum>(sql`
    select ${sql.join(selected, sql`, `)}, sum(${n}::float8) as n ${from}
    group by ${sql.join(places, sql`, `)} having sum(${n}::float8) <> 0`);
  return [...rows];
}

/** From one measure to the next by the key: there are few, of very many rows. */
async function listMeasures(db: Db, workspaceId: WorkspaceId, prefix: string): Promise<string[]> {
  const rows = await db.execute<{ measure: string }>(sql`
    with recursive measures as (
      (select measure from rollup_months where workspace_id = ${workspaceId} order by measure limit 1)
      union all
      select (select r.measure from rollup_months r
        where r.workspace_id = ${workspaceId} and r.measure > m.measure order by r.measure limit 1)
      from measures m where m.measure is not null)
    select measure from measures where starts_with(measure, ${prefix})`);
  return rows.map(({ measure }) => measure);
}

type Part = { months: boolean; from: string; to: string };

/** Whole months as such, the days around them one by one. */
function partsOf({ from, to }: NonNullable<CountedCases["days"]>): Part[] {
  const first = from.endsWith("-01") ? from : monthAfter(from);
  const next = monthAfter(to);
  const end = dayBefore(next) === to ? next : `${to.slice(0, 7)}-01`;
  if (first >= end) return [{ months: false, from, to }];
  const parts: Part[] = [{ months: true, from: first, to: dayBefore(end) }];
  if (from < first) parts.push({ months: false, from, to: dayBefore(first) });
  if (end <= to) parts.push({ months: false, from: end, to });
  return parts;
}

const dateOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
const partsOfDate = (date: string) => date.split("-").map(Number) as [number, number, number];

function monthAfter(date: string): string {
  const [year, month] = partsOfDate(date);
  return dateOf(year, month, 1);
}

function dayBefore(date: string): string {
  const [year, month, day] = partsOfDate(date);
  return dateOf(year, month - 1, day - 1);
}
