import { sql } from "drizzle-orm";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { calendarOfPlace, type Place } from "@/core/calendar/place";
import {
  type ResolvedCalendar,
  resolveCalendar,
  WorkCalendar,
} from "@/core/calendar/work-calendar";
import type { TeamFacts, WorkspaceFacts } from "@/core/case/facts";
import type { WorkspaceId } from "@/core/ids";
import { Lru } from "@/core/template/lru";
import { Ladder } from "@/core/workflow/steps/escalate";
import type { Db, Tx } from "@/db/client";
import { loadRotas } from "@/db/queries/rotas";
import { publicHolidays } from "../calendar/public-holidays";

const WORKSPACES_MAX = 200;
/** Holidays are looked up this far back and ahead of the current year. */
const HOLIDAY_YEARS = [-1, 0, 1, 2, 3];

export type LoadedWorkspace = WorkspaceFacts & {
  id: WorkspaceId;
  revision: number;
  calendars: ReadonlyMap<string, ResolvedCalendar>;
};

/** The person's own calendar, otherwise that of the country they are in, otherwise the workspace's. */
export const calendarFor = (
  { calendar, calendars }: LoadedWorkspace,
  person: { calendar: string | null; location: Place | null },
): ResolvedCalendar =>
  (person.calendar && calendars.get(person.calendar)) ||
  calendarOfPlace(calendars.values(), person.location) ||
  calendar;

const cache = new Lru<string, LoadedWorkspace>(WORKSPACES_MAX);

/**
 * What is the same for every case of a workspace. Kept per process until `facts_revision` grows,
 * which is read each time: a change of a team or calendar counts from the next transaction on.
 */
export async function loadWorkspaces(
  db: Db | Tx,
  ids: readonly WorkspaceId[],
): Promise<Map<WorkspaceId, LoadedWorkspace>> {
  const rows = await db.execute<WorkspaceRow>(sql`
    select id, facts_revision::float8 as revision, time_zone as "timeZone", locale, calendar,
      date_part('year', now())::int as year
    from workspaces where id = any(${sql.param([...new Set(ids)])}::uuid[])`);
  const loaded = new Map<WorkspaceId, LoadedWorkspace>();
  for (const row of rows) {
    const known = cache.get(row.id);
    const facts = known?.revision === row.revision ? known : await load(db, row);
    cache.set(row.id, facts);
    loaded.set(row.id, facts);
  }
  return loaded;
}

type WorkspaceRow = {
  id: WorkspaceId;
  revision: number;
  timeZone: string;
  locale: string;
  calendar: string | null;
  year: number;
};

async function load(db: Db | Tx, row: WorkspaceRow): Promise<LoadedWorkspace> {
  const { id } = row;
  const calendarRows = await db.execute<{ key: string; calendar: unknown }>(
    sql`select key, calendar from calendars where workspace_id = ${id}`,
  );
  const years = HOLIDAY_YEARS.map((offset) => row.year + offset);
  const calendars = new Map<string, ResolvedCalendar>();
  for (const { key, calendar } of calendarRows) {
    const parsed = WorkCalendar.parse(calendar);
    const { country, region } = parsed.holidays;
    const days = country === null ? [] : publicHolidays(country, region, years);
    calendars.set(key, resolveCalendar(parsed, days));
  }
  const teams = await loadTeams(db, id, calendars);
  const rotas = await loadRotas(db, id);
  const policyRows = await db.execute<{ key: string; name: string; ladder: unknown }>(
    sql`select key, name, ladder from escalation_policies where workspace_id = ${id}`,
  );
  const policies = new Map(
    policyRows.map(({ key, name, ladder }) => [key, { name, ...Ladder.parse(ladder) }]),
  );
  const required = await db.execute<{ key: string }>(
    sql`select key from topics where workspace_id = ${id} and required`,
  );
  const requiredTopics = new Set(required.map(({ key }) => key));
  const calendar = (row.calendar && calendars.get(row.calendar)) || DEFAULT_CALENDAR;
  const { timeZone, locale, revision } = row;
  const org = { teams, rotas, policies, requiredTopics };
  return { id, revision, timeZone, locale, calendar, calendars, ...org };
}

type MemberRow = {
  team: string;
  personId: string;
  role: "lead" | "member";
  deputyId: string | null;
  absentFrom: number | null;
  absentUntil: number | null;
};

async function loadTeams(
  db: Db | Tx,
  id: WorkspaceId,
  calendars: ReadonlyMap<string, ResolvedCalendar>,
): Promise<Map<string, TeamFacts>> {
  const rows = await db.execute<{
    key: string;
    name: string;
    leadId: string | null;
    calendar: string | null;
    timeZone: string | null;
  }>(sql`select key, name, lead_id as "leadId", calendar, time_zone as "timeZone"
    from teams where workspace_id = ${id}`);
  const members = await db.execute<MemberRow>(sql`
    select team, person_id as "personId", role, deputy_id as "deputyId",
      date_part('epoch', absent_from) * 1000 as "absentFrom",
      date_part('epoch', absent_until) * 1000 as "absentUntil"
    from team_members where workspace_id = ${id} order by team, person_id`);
  const byTeam = Map.groupBy(members, (member) => member.team);
  return new Map(
    rows.map(({ calendar, ...team }) => [
      team.key,
      {
        ...team,
        calendar: (calendar && calendars.get(calendar)) || null,
        members: byTeam.get(team.key) ?? [],
      },
    ]),
  );
}
