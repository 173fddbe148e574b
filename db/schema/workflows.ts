import { boolean, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { z } from "zod";
import { ScenarioTest } from "@/core/case/scenario-test";
import { Template } from "@/core/template/content";
import { DraftTemplates } from "@/core/template/draft-template";
import { EmailLayout } from "@/core/template/email-layout";
import { Snippet } from "@/core/template/snippet";
import { Definition } from "@/core/workflow/definition";
import { AcceptedChecks } from "@/core/workflow/problems/accepted";
import { moment, parsedJson, word, workspaceId } from "./columns";
import { operators } from "./operators";

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
    /** Advice that was accepted, with its note; no part of the document. */
    acceptedChecks: parsedJson("accepted_checks", AcceptedChecks).notNull().default([]),
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

/** Who has the editor of a workflow open: a row for each tab that gave a sign of life lately. */
export const draftViewers = pgTable(
  "draft_viewers",
  {
    workspaceId: workspaceId(),
    workflow: text("workflow").notNull(),
    operatorId: text("operator_id")
      .notNull()
      .references(() => operators.id, { onDelete: "cascade" }),
    tab: text("tab").notNull(),
    seenAt: moment("seen_at").notNull(),
    /** Since when they ask to edit. */
    askedAt: moment("asked_at"),
    /** When they were answered "not now". */
    refusedAt: moment("refused_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.workflow, t.operatorId, t.tab] })],
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

/** Words that many templates share. */
export const snippets = pgTable(
  "snippets",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    snippet: parsedJson("snippet", Snippet).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

/** How emails look that name it; what it leaves open is the workspace's brand. */
export const layouts = pgTable(
  "layouts",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    layout: parsedJson("layout", EmailLayout).notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);
