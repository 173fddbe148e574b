import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import type { Ladder } from "@/core/workflow/steps/escalate";
import type { CaseFacts, PersonFacts, TeamFacts } from "./facts";

export const examplePerson = (id: string, changes: Partial<PersonFacts> = {}): PersonFacts => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)} Example`,
  email: `${id}@example.com`,
  phone: null,
  locale: "en",
  timeZone: "Europe/Berlin",
  attributes: {},
  location: null,
  managerId: null,
  pausedUntil: null,
  preferredChannel: null,
  erased: false,
  ...changes,
});

const member = (personId: string, away: Partial<TeamFacts["members"][number]> = {}) => ({
  personId,
  role: "member" as const,
  deputyId: null,
  absentFrom: null,
  absentUntil: null,
  ...away,
});

const FAR = Date.UTC(2100, 0, 1);

/** Billing has a lead, a member, one away with a deputy and one away without; Empty has nobody. */
const TEAMS: TeamFacts[] = [
  {
    key: "billing",
    name: "Billing",
    leadId: "lena",
    members: [
      member("lena"),
      member("max"),
      member("noah", { absentUntil: FAR, deputyId: "olga" }),
      member("pia", { absentUntil: FAR }),
    ],
    timeZone: "Europe/Berlin",
    calendar: DEFAULT_CALENDAR,
  },
  { key: "empty", name: "Empty", leadId: null, members: [], timeZone: null, calendar: null },
];

const POLICIES: [string, Ladder & { name: string }][] = [
  [
    "billing-leads",
    {
      name: "Billing leads",
      levels: [
        { targets: [{ team: "billing" }], channels: [{ email: "esc" }], acknowledgeWithin: "PT4H" },
        { targets: [{ person: "boss" }], channels: [{ email: "esc" }], acknowledgeWithin: "P1D" },
      ],
    },
  ],
  [
    "takers",
    {
      name: "Takers",
      levels: [
        { targets: [{ team: "billing" }], channels: [{ email: "esc" }], acknowledgeWithin: "PT4H" },
      ],
      acknowledgementTimeout: { after: "P1D" },
    },
  ],
];

/** A small company around Mara, whose invoice it is. Her manager is Lena, whose manager is Boss. */
export function exampleFacts(changes: Partial<CaseFacts> = {}): CaseFacts {
  const ids = ["lena", "max", "noah", "olga", "pia", "boss", "rita", "rob"];
  const people = ids.map((id) =>
    examplePerson(id, { managerId: id === "lena" ? "boss" : id === "boss" ? null : "lena" }),
  );
  people.push(examplePerson("paula", { pausedUntil: FAR }));
  return {
    case: {
      id: "c1",
      number: 1042,
      workflow: "invoices",
      version: 4,
      key: null,
      subject: "Invoice 2041",
    },
    data: { amount: 120, number: 2041, starts_at: "2026-12-01T09:00:00Z" },
    person: examplePerson("mara", { managerId: "lena" }),
    workspace: {
      timeZone: "Europe/Berlin",
      locale: "en",
      calendar: DEFAULT_CALENDAR,
      teams: new Map(TEAMS.map((team) => [team.key, team])),
      rotas: new Map([
        [
          "night",
          {
            key: "night",
            name: "Night",
            timeZone: "Europe/Berlin",
            layers: [
              {
                name: "Night",
                people: ["rita", "rob"],
                startsOn: "2026-01-01",
                handoverAt: "08:00",
                rotation: { every: 1, unit: "day" },
              },
            ],
            overrides: [],
          },
        ],
      ]),
      policies: new Map(POLICIES),
      requiredTopics: new Set(),
    },
    people: new Map(people.map((person) => [person.id, person])),
    calendarOf: () => DEFAULT_CALENDAR,
    reaches: () => true,
    ...changes,
  };
}
