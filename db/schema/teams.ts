import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { z } from "zod";
import { WorkCalendar } from "@/core/calendar/work-calendar";
import { Ladder } from "@/core/workflow/steps/escalate";
import { moment, parsedJson, word, workspaceId } from "./columns";

/** A department: who leads it, who is in it, when it works. */
export const teams = pgTable(
  "teams",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    leadId: text("lead_id"),
    calendar: text("calendar"),
    timeZone: text("time_zone"),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export const teamMembers = pgTable(
  "team_members",
  {
    workspaceId: workspaceId(),
    team: text("team").notNull(),
    personId: text("person_id").notNull(),
    role: word<"lead" | "member">("role").notNull().default("member"),
    deputyId: text("deputy_id"),
    absentUntil: moment("absent_until"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.team, t.personId] })],
);

export const calendars = pgTable(
  "calendars",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    calendar: parsedJson("calendar", WorkCalendar).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export const RotaPlan = z.object({
  name: z.string(),
  timeZone: z.string(),
  /** People in turn, each for `shiftDays`, counted from `startsOn`. */
  people: z.array(z.string()),
  shiftDays: z.number().int().min(1),
  startsOn: z.string(),
  handoverAt: z.string(),
});

/** Who is on call when: an even rotation. */
export const rotas = pgTable(
  "rotas",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    plan: parsedJson("plan", RotaPlan).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export const escalationPolicies = pgTable(
  "escalation_policies",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    ladder: parsedJson("ladder", Ladder).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);
