import { sql } from "drizzle-orm";
import { bigint, boolean, pgSequence, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { z } from "zod";
import { FrequencyLimits } from "@/core/delivery/caps";
import type { WorkspaceId } from "@/core/ids";
import { moment, parsedJson, word } from "./columns";

export const Brand = z.object({
  color: z.string().optional(),
  address: z.string().optional(),
  logoUrl: z.string().optional(),
});

/** How long what is over is kept, in days; absent: for good. An open case keeps all it needs. */
export const Retention = z.object({
  closedCaseDays: z.number().int().min(1).optional(),
  messageContentDays: z.number().int().min(1).optional(),
  eventDays: z.number().int().min(1).optional(),
  auditDays: z.number().int().min(1).optional(),
});

/** What an operator decides about the pages and the inbox of the people. */
export const PersonSide = z.object({
  /** Own words in place of ours: language, then the word's name. */
  pageWords: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  canDownload: z.boolean().default(true),
  canAskErasure: z.boolean().default(true),
  /** What the configurator last showed: attributes and variables of the widget. */
  inboxLook: z.record(z.string(), z.string()).default({}),
});

/**
 * Where `factsRevision` takes its numbers from: none comes twice, not even after a rollback, so that
 * what a cache kept inside a transaction that failed is never taken for something else.
 */
export const factsRevisions = pgSequence("facts_revisions");

/** A tenant. `clockAt` is the test clock of a sandbox: where its time stands, or null for real time. */
export const workspaces = pgTable(
  "workspaces",
  {
    id: uuid("id").$type<WorkspaceId>().primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    kind: word<"live" | "sandbox">("kind").notNull(),
    timeZone: text("time_zone").notNull().default("UTC"),
    locale: text("locale").notNull().default("en"),
    calendar: text("calendar"),
    /** Languages messages are written in, the fallback first; empty: `locale` alone. */
    locales: text("locales").array().notNull().default([]),
    brand: parsedJson("brand", Brand).notNull().default({}),
    retention: parsedJson("retention", Retention).notNull().default({}),
    personSide: parsedJson("person_side", PersonSide).notNull().default(sql`'{}'::jsonb`),
    /** How much a person gets over all workflows; null: as much as there is. */
    frequencyLimits: parsedJson("frequency_limits", FrequencyLimits),
    isDemo: boolean("is_demo").notNull().default(false),
    clockAt: moment("clock_at"),
    /** A new number of `factsRevisions` whenever workflows, templates, topics, teams, calendars or policies change: caches hold on to it. */
    factsRevision: bigint("facts_revision", { mode: "number" }).notNull().default(0),
    /** A number of the same sequence whenever channel accounts change; 0 while there never was one. */
    accountsRevision: bigint("accounts_revision", { mode: "number" }).notNull().default(0),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("workspaces_slug").on(t.slug)],
);
