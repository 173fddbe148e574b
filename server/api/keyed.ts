import type { Rota } from "@/core/contracts/rotas";
import type { LayoutShape, SnippetShape } from "@/core/contracts/snippets";
import type { Calendar, Policy, Team } from "@/core/contracts/teams";
import type { TemplateShape } from "@/core/contracts/templates";
import type { Topic } from "@/core/contracts/topics";
import type { KeyedRow } from "@/db/queries/keyed";
import type { listMembers } from "@/db/queries/keyed-writes";

/** Rows a workspace keeps by key, as the API answers them. */
export const topicShape = (row: KeyedRow<"topics">): Topic => ({
  key: row.key,
  name: row.name,
  description: row.description,
  required: row.required,
  defaultChannels: row.defaultChannels,
});

type Members = Awaited<ReturnType<typeof listMembers>>;

export const teamShape = (row: KeyedRow<"teams">, members: Members): Team => ({
  key: row.key,
  name: row.name,
  leadId: row.leadId,
  members: members
    .filter((member) => member.team === row.key)
    .map(({ personId, role, deputyId, absentFrom, absentUntil }) => ({
      personId,
      role,
      deputyId,
      absentFrom: absentFrom?.toISOString() ?? null,
      absentUntil: absentUntil?.toISOString() ?? null,
    })),
  calendar: row.calendar,
  timeZone: row.timeZone,
  parent: row.parent,
});

export const calendarShape = ({ key, calendar }: KeyedRow<"calendars">): Calendar => ({
  key,
  timeZone: calendar.timeZone,
  hours: calendar.hours,
  holidays: { ...calendar.holidays, region: calendar.holidays.region ?? null },
});

export const rotaShape = ({ key, plan }: KeyedRow<"rotas">): Rota => ({ key, ...plan });

export const policyShape = ({ key, name, ladder }: KeyedRow<"policies">): Policy => ({
  key,
  name,
  levels: ladder.levels,
  repeat: ladder.repeat ?? null,
  fallback: ladder.fallback ?? null,
  acknowledgementTimeout: ladder.acknowledgementTimeout ?? null,
});

/** As it was written: what was not said is not there. */
export const templateShape = ({ key, template }: KeyedRow<"templates">): TemplateShape => ({
  key,
  ...template,
});

export const snippetShape = ({ key, snippet }: KeyedRow<"snippets">): SnippetShape => ({
  key,
  ...snippet,
});

export const layoutShape = ({ key, layout }: KeyedRow<"layouts">): LayoutShape => ({
  key,
  ...layout,
});
