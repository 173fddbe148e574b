import { boolean, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { z } from "zod";
import { ScenarioTest } from "@/core/case/scenario-test";
import { Template } from "@/core/template/content";
import { DraftTemplates } from "@/core/template/draft-template";
import { Definition } from "@/core/workflow/definition";
import { moment, parsedJson, word, workspaceId } from "./columns";

/** A design: numbered versions that never change, and at most one draft. */
export const workflows = pgTable(
  "workflows",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    /** The definition being worked on; null when it is the same as the live version. */
    draft: parsedJson("draft", Definition),
    /** Contents the draft has changed; publishing writes them to `templates`. */
    draftTemplates: parsedJson("draft_templates", DraftTemplates).notNull().default({}),
    /** Who may write the draft until `writerUntil`; others read it. */
    writerId: text("writer_id"),
    writerUntil: moment("writer_until"),
    liveVersion: integer("live_version"),
    status: word<"draft" | "live" | "paused" | "archived">("status").notNull().default("draft"),
    revision: integer("revision").notNull().default(1),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export const workflowVersions = pgTable(
  "workflow_versions",
  {
    workspaceId: workspaceId(),
    workflow: text("workflow").notNull(),
    version: integer("version").notNull(),
    definition: parsedJson("definition", Definition).notNull(),
    note: text("note"),
    /** The version it was taken back from. */
    restoredFrom: integer("restored_from"),
    publishedBy: text("published_by"),
    publishedAt: moment("published_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.workflow, t.version] })],
);

/** Scenarios kept with a workflow; those that expect something run when it is published. */
export const scenarios = pgTable(
  "scenarios",
  {
    workspaceId: workspaceId(),
    workflow: text("workflow").notNull(),
    key: text("key").notNull(),
    test: parsedJson("test", ScenarioTest).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.workflow, t.key] })],
);

export const topics = pgTable(
  "topics",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    required: boolean("required").notNull().default(false),
    defaultChannels: parsedJson("default_channels", z.array(z.string())).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export const templates = pgTable(
  "templates",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    template: parsedJson("template", Template).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);
