import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { examplePerson } from "@/core/case/example-facts";
import type { TeamFacts } from "@/core/case/facts";
import type { SimulationFacts, SimulationPerson } from "@/core/case/simulation-facts";
import { ladderOf } from "@/core/contracts/teams";
import type { Instant } from "@/core/time";
import type { Starter } from "./starter";

const ZONE = "Europe/Berlin";

/** A workspace with what the starter brings, where each team has a lead and a member, and each rota somebody. */
export function starterFacts(starter: Starter, now: Instant): SimulationFacts {
  const teams = starter.teams.map(
    ({ key, name }): TeamFacts => ({
      key,
      name,
      leadId: `${key}-lead`,
      members: [
        {
          personId: `${key}-lead`,
          role: "lead",
          deputyId: null,
          absentFrom: null,
          absentUntil: null,
        },
        {
          personId: `${key}-member`,
          role: "member",
          deputyId: null,
          absentFrom: null,
          absentUntil: null,
        },
      ],
      timeZone: ZONE,
      calendar: DEFAULT_CALENDAR,
    }),
  );
  const rotas = starter.rotas.map((rota) => ({
    ...rota,
    timeZone: ZONE,
    layers: [
      {
        name: rota.name,
        people: ["boss"],
        startsOn: "2026-01-05",
        handoverAt: "09:00",
        rotation: { every: 1, unit: "week" as const },
      },
    ],
    overrides: [],
  }));
  const inTeams = starter.teams.flatMap(({ key, name }) => [
    colleague(`${key}-lead`, name, "boss"),
    colleague(`${key}-member`, name, `${key}-lead`),
  ]);
  return {
    now,
    workspace: {
      timeZone: ZONE,
      locale: "en",
      calendar: DEFAULT_CALENDAR,
      calendars: new Map(),
      teams: new Map(teams.map((team) => [team.key, team])),
      rotas: new Map(rotas.map((rota) => [rota.key, rota])),
      policies: new Map(
        starter.policies.map((policy) => [policy.key, { name: policy.name, ...ladderOf(policy) }]),
      ),
      requiredTopics: new Set(
        starter.topics.filter(({ required }) => required).map(({ key }) => key),
      ),
    },
    people: new Map([colleague("boss", "Vera Brandt", null), ...inTeams]),
    topics: new Map(starter.topics.map((topic) => [topic.key, topic])),
    background: new Map(),
  };
}

const colleague = (
  id: string,
  name: string,
  managerId: string | null,
): [string, SimulationPerson] => [
  id,
  {
    ...examplePerson(id, { name, managerId }),
    calendar: null,
    quietHours: null,
    trackingConsent: true,
    addresses: new Map([
      ["email", [{ address: `${id}@example.com`, verified: true, suppressed: null }]],
      ["sms", [{ address: "+4930901820", verified: true, suppressed: null }]],
    ]),
    preferences: new Map(),
    smsConsents: [],
  },
];
