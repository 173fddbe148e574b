CREATE TABLE "inbox_items" (
	"workspace_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"revision" bigint NOT NULL,
	"answerable" boolean NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"snoozed_until" timestamp with time zone,
	"snoozed_at" timestamp with time zone,
	"test_clock" boolean DEFAULT false NOT NULL,
	CONSTRAINT "inbox_items_workspace_id_message_id_pk" PRIMARY KEY("workspace_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "inboxes" (
	"workspace_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"removed_revision" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "inboxes_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "address_changes" (
	"workspace_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"id" uuid NOT NULL,
	"address" text NOT NULL,
	"replaces" text,
	"wrong_tries" smallint DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "address_changes_workspace_id_person_id_channel_pk" PRIMARY KEY("workspace_id","person_id","channel")
);
--> statement-breakpoint
CREATE TABLE "erasure_requests" (
	"workspace_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	"declined_by" text,
	CONSTRAINT "erasure_requests_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "links_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "person_side" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "inbox_items_newest" ON "inbox_items" USING btree ("workspace_id","person_id","arrived_at","message_id");--> statement-breakpoint
CREATE INDEX "inbox_items_changed" ON "inbox_items" USING btree ("workspace_id","person_id","revision");--> statement-breakpoint
CREATE INDEX "inbox_items_case" ON "inbox_items" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "inbox_items_snoozed" ON "inbox_items" USING btree ("snoozed_until") WHERE snoozed_until is not null and not test_clock;--> statement-breakpoint
CREATE INDEX "inbox_items_test_clock" ON "inbox_items" USING btree ("workspace_id","snoozed_until") WHERE snoozed_until is not null and test_clock;--> statement-breakpoint
INSERT INTO "inboxes" ("workspace_id", "person_id", "revision")
SELECT DISTINCT "workspace_id", "person_id", 1 FROM "messages"
WHERE "channel" = 'in_app' AND "status" IN ('sent', 'delivered') AND "content" IS NOT NULL;--> statement-breakpoint
INSERT INTO "inbox_items" ("workspace_id", "message_id", "person_id", "case_id", "revision", "answerable", "arrived_at", "seen_at", "read_at", "test_clock")
SELECT "workspace_id", "id", "person_id", "case_id", 1,
	"content"->'actions' @? '$[*] ? (@.kind == "complete" || @.kind == "choice" || @.kind == "reply" || @.kind == "acknowledge")',
	coalesce("sent_at", "planned_at"), "read_at", "read_at", "test_clock"
FROM "messages"
WHERE "channel" = 'in_app' AND "status" IN ('sent', 'delivered') AND "content" IS NOT NULL;
