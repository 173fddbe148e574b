import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { resolveCalendar } from "@/core/calendar/work-calendar";
import { exampleFacts, examplePerson } from "./example-facts";
import type { TeamFacts } from "./facts";
import { helperCalendar } from "./helper-calendar";

const free = (date: string) => resolveCalendar(DEFAULT_CALENDAR, [date]);
const OF_TEAM = free("2026-01-05");
const OF_OTHER = free("2026-01-06");
const OF_PERSON = free("2026-01-07");
const OF_WORKSPACE = free("2026-01-08");

const team = (key: string, changes: Partial<TeamFacts>): [string, TeamFacts] => [
  key,
  { key, name: key, leadId: null, members: [], timeZone: null, calendar: null, ...changes },
];
const member = (personId: string) => ({
  personId,
  role: "member" as const,
  deputyId: null,
  absentFrom: null,
  absentUntil: null,
});

function calendarOf(
  teams: [string, TeamFacts][],
  helper: { personId: string; team: string | null },
) {
  const { workspace } = exampleFacts();
  const own = examplePerson("own");
  return helperCalendar(
    helper,
    exampleFacts({
      workspace: { ...workspace, calendar: OF_WORKSPACE, teams: new Map(teams) },
      people: new Map([own, examplePerson("max")].map((person) => [person.id, person])),
      calendarOf: (person) => (person.id === "own" ? OF_PERSON : OF_WORKSPACE),
    }),
  );
}

describe("whose working hours a time to acknowledge runs by", () => {
  it("is those of the team that was asked for, before every other", () => {
    const teams = [
      team("asked", { calendar: OF_TEAM }),
      team("led", { calendar: OF_OTHER, leadId: "own" }),
    ];
    expect(calendarOf(teams, { personId: "own", team: "asked" })).toBe(OF_TEAM);
  });

  it("is those of a team they are in, where a person, a rota or a manager was asked for", () => {
    const teams = [
      team("a", { members: [member("own")] }),
      team("b", { members: [member("own")], calendar: OF_OTHER }),
      team("c", { leadId: "own", calendar: OF_TEAM }),
    ];
    expect(calendarOf(teams, { personId: "own", team: null })).toBe(OF_TEAM);
    expect(calendarOf(teams.slice(0, 2), { personId: "own", team: null })).toBe(OF_OTHER);
  });

  it("is their own where no team of theirs has any, and the workspace's where they have none", () => {
    const teams = [team("a", { members: [member("own"), member("max")] })];
    expect(calendarOf(teams, { personId: "own", team: "a" })).toBe(OF_PERSON);
    expect(calendarOf(teams, { personId: "max", team: "a" })).toBe(OF_WORKSPACE);
    expect(calendarOf(teams, { personId: "nobody", team: null })).toBe(OF_WORKSPACE);
  });
});
