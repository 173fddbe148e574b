import { z } from "zod";
import { WorkCalendar } from "@/core/calendar/work-calendar";
import { TimeZone } from "@/core/calendar/zone";
import { Key, PersonId } from "@/core/ids";
import { Ladder, ladder } from "@/core/workflow/steps/escalate";
import { MomentText } from "./fields";
import { keyed, sameKey } from "./keyed";

export const MEMBERS_MAX = 500;

const Name = z.string().trim().min(1).max(120);

const memberFields = {
  role: z.enum(["lead", "member"]).default("member"),
  deputyId: PersonId.nullable().optional().meta({
    description: "Stands in for them while they are away",
  }),
  absentFrom: MomentText.nullable().optional().meta({
    description: "Away from this moment; without one, since ever",
  }),
  absentUntil: MomentText.nullable().optional().meta({ description: "Away until this moment" }),
};

const MemberInput = z
  .strictObject({ personId: PersonId, ...memberFields })
  .refine(
    ({ absentFrom, absentUntil }) =>
      !absentFrom || (!!absentUntil && Date.parse(absentFrom) < Date.parse(absentUntil)),
    { path: ["absentUntil"], error: "must come after absentFrom" },
  );

export const TeamInput = z.strictObject({
  ...sameKey,
  name: Name,
  leadId: PersonId.nullable().optional(),
  members: z
    .array(MemberInput)
    .max(MEMBERS_MAX)
    .refine((members) => new Set(members.map((m) => m.personId)).size === members.length, {
      error: "a person is named twice",
    })
    .default([]),
  calendar: Key.nullable().optional(),
  timeZone: TimeZone.nullable().optional(),
  parent: Key.nullable().optional().meta({ description: "The department it belongs to" }),
});
export type TeamInput = z.infer<typeof TeamInput>;

/** A team among others that come from elsewhere: an absent field stays, a new one without a name is called by its key. */
export const OrgTeam = TeamInput.partial().extend({
  key: Key,
  members: TeamInput.shape.members.unwrap().optional(),
});
export type OrgTeam = z.infer<typeof OrgTeam>;

export const Team = z
  .object({
    key: z.string(),
    name: z.string(),
    leadId: z.string().nullable(),
    members: z.array(
      z.object({
        personId: z.string(),
        role: z.enum(["lead", "member"]),
        deputyId: z.string().nullable(),
        absentFrom: z.string().nullable(),
        absentUntil: z.string().nullable(),
      }),
    ),
    calendar: z.string().nullable(),
    timeZone: z.string().nullable(),
    parent: z.string().nullable(),
  })
  .meta({ description: "A department or group of people" });
export type Team = z.infer<typeof Team>;

const holidays = WorkCalendar.shape.holidays.unwrap();

export const CalendarInput = z.strictObject({
  ...sameKey,
  ...WorkCalendar.shape,
  holidays: holidays.extend({ region: holidays.shape.region.nullable() }).prefault({}),
});
export type CalendarInput = z.infer<typeof CalendarInput>;

export const Calendar = z
  .object({
    key: z.string(),
    timeZone: z.string(),
    hours: z.array(z.object({ days: z.array(z.string()), from: z.string(), to: z.string() })),
    holidays: z.object({
      country: z.string().nullable(),
      region: z.string().nullable(),
      extra: z.array(z.string()),
      except: z.array(z.string()),
    }),
  })
  .meta({ description: "When a team works" });
export type Calendar = z.infer<typeof Calendar>;

export const PolicyInput = z.strictObject({
  ...sameKey,
  name: Name,
  levels: ladder.levels,
  repeat: ladder.repeat.nullable(),
  fallback: ladder.fallback.nullable(),
  acknowledgementTimeout: ladder.acknowledgementTimeout.nullable(),
});
export type PolicyInput = z.infer<typeof PolicyInput>;

/** The ladder that a policy's input means: what is null is not there. */
export const ladderOf = ({
  levels,
  repeat,
  fallback,
  acknowledgementTimeout,
}: Omit<PolicyInput, "key" | "name">): Ladder => ({
  levels,
  ...(repeat && { repeat }),
  ...(fallback && { fallback }),
  ...(acknowledgementTimeout && { acknowledgementTimeout }),
});

export const Policy = z
  .object({
    key: z.string(),
    name: z.string(),
    levels: Ladder.shape.levels,
    repeat: Ladder.shape.repeat.unwrap().nullable(),
    fallback: Ladder.shape.fallback.unwrap().nullable(),
    acknowledgementTimeout: Ladder.shape.acknowledgementTimeout.unwrap().nullable(),
  })
  .meta({ description: "Levels of people to bring in, each with a time to acknowledge" });
export type Policy = z.infer<typeof Policy>;

export const teamsContract = keyed({
  noun: "teams",
  path: "/teams",
  tag: "Teams",
  name: "a team",
  input: TeamInput,
  output: Team,
});

export const calendarsContract = keyed({
  noun: "calendars",
  path: "/calendars",
  tag: "Calendars",
  name: "a calendar",
  input: CalendarInput,
  output: Calendar,
});

export const policiesContract = keyed({
  noun: "policies",
  path: "/escalation-policies",
  tag: "Escalation policies",
  name: "an escalation policy",
  input: PolicyInput,
  output: Policy,
});
