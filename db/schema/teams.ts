import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { z } from "zod";
import { WorkCalendar } from "@/core/calendar/work-calendar";
import { RotaPlan } from "@/core/rota/rota";
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
    /** The department it belongs to. */
    parent: text("parent"),
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
    absentFrom: moment("absent_from"),
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

/** What an earlier release wrote stands beside it, for workers of that release that still run. */
export const StoredPlan = z.object(RotaPlan.shape);

/** Who is on call when. Its calendar feed answers to links of this `feed` number only. */
export const rotas = pgTable(
  "rotas",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    plan: parsedJson("plan", StoredPlan).notNull(),
    feed: integer("feed").notNull().default(1),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

/** Somebody else's turn on a rota for a while; without a person, nobody's. */
export const rotaOverrides = pgTable(
  "rota_overrides",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    rota: text("rota").notNull(),
    personId: text("person_id"),
    from: moment("from_at").notNull(),
    until: moment("until_at").notNull(),
    note: text("note"),
    createdBy: text("created_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("rota_overrides_rota").on(t.workspaceId, t.rota, t.until),
  ],
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
