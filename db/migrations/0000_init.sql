CREATE SEQUENCE "public"."facts_revisions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_decisions" (
	"workspace_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"entries" jsonb NOT NULL,
	CONSTRAINT "case_decisions_workspace_id_case_id_id_pk" PRIMARY KEY("workspace_id","case_id","id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"workflow" text NOT NULL,
	"version" integer NOT NULL,
	"key" text,
	"subject" text NOT NULL,
	"person_id" text NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"waiting_for" text,
	"pc" smallint NOT NULL,
	"stage" text,
	"step" text,
	"priority" text DEFAULT 'normal' NOT NULL,
	"level" smallint DEFAULT 0 NOT NULL,
	"owner_person_id" text,
	"owner_team" text,
	"acknowledged_by" text,
	"acknowledged_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"snoozed_until" timestamp with time zone,
	"next_action_at" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"first_response_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"test_clock" boolean DEFAULT false NOT NULL,
	"fault" text,
	"data" jsonb NOT NULL,
	"memory" jsonb,
	CONSTRAINT "cases_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "early_answers" (
	"workspace_id" uuid NOT NULL,
	"workflow" text NOT NULL,
	"subject" text NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "early_answers_workspace_id_workflow_subject_event_id_pk" PRIMARY KEY("workspace_id","workflow","subject","event_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"key" text,
	"person_id" text,
	"data" jsonb NOT NULL,
	"due_at" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"result" jsonb NOT NULL,
	CONSTRAINT "events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_events" (
	"workspace_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"by" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_events_workspace_id_message_id_id_pk" PRIMARY KEY("workspace_id","message_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"workflow" text NOT NULL,
	"version" smallint NOT NULL,
	"stage" text,
	"step" text NOT NULL,
	"visit" smallint NOT NULL,
	"channel" text NOT NULL,
	"template" text NOT NULL,
	"topic" text,
	"request" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text NOT NULL,
	"code" text,
	"params" jsonb,
	"evidence" jsonb,
	"to_address" text,
	"content" jsonb,
	"provider" text,
	"provider_message_id" text,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"attempt_by" uuid,
	"planned_at" timestamp with time zone NOT NULL,
	"deliver_at" timestamp with time zone,
	"attempt_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"opened_by" text,
	"clicked_at" timestamp with time zone,
	"replied_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"test_clock" boolean DEFAULT false NOT NULL,
	CONSTRAINT "messages_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor" jsonb NOT NULL,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "counters_workspace_id_name_pk" PRIMARY KEY("workspace_id","name")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"heartbeat_at" timestamp with time zone NOT NULL,
	"stranded_cases" integer DEFAULT 0 NOT NULL,
	"audited_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "operator_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_rate_limits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "operator_rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "operator_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "operator_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operators_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "workspace_members" (
	"workspace_id" uuid NOT NULL,
	"operator_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_members_workspace_id_operator_id_pk" PRIMARY KEY("workspace_id","operator_id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"workspace_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"topic" text,
	"granted" boolean NOT NULL,
	"source" text NOT NULL,
	"evidence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_workspace_id_person_id_id_pk" PRIMARY KEY("workspace_id","person_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_points" (
	"workspace_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_points_workspace_id_person_id_channel_address_pk" PRIMARY KEY("workspace_id","person_id","channel","address")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" text,
	"locale" text,
	"time_zone" text,
	"manager_id" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"location" jsonb,
	"calendar" text,
	"paused_until" timestamp with time zone,
	"quiet_hours" jsonb,
	"tracking_consent" boolean DEFAULT false NOT NULL,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"workspace_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"topic" text NOT NULL,
	"channels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"frequency" text DEFAULT 'as_it_happens' NOT NULL,
	"digest_at" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "preferences_workspace_id_person_id_topic_pk" PRIMARY KEY("workspace_id","person_id","topic")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"workspace_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressions_workspace_id_channel_address_pk" PRIMARY KEY("workspace_id","channel","address")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"calendar" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendars_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "escalation_policies" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"ladder" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "escalation_policies_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "rotas" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"plan" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rotas_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"workspace_id" uuid NOT NULL,
	"team" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"deputy_id" text,
	"absent_until" timestamp with time zone,
	CONSTRAINT "team_members_workspace_id_team_person_id_pk" PRIMARY KEY("workspace_id","team","person_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"lead_id" text,
	"calendar" text,
	"time_zone" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"template" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "templates_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"required" boolean DEFAULT false NOT NULL,
	"default_channels" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topics_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "workflow_versions" (
	"workspace_id" uuid NOT NULL,
	"workflow" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"note" text,
	"published_by" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workflow_versions_workspace_id_workflow_version_pk" PRIMARY KEY("workspace_id","workflow","version")
);
--> statement-breakpoint
CREATE TABLE "workflows" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"draft" jsonb,
	"live_version" integer,
	"status" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workflows_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"calendar" text,
	"brand" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"clock_at" timestamp with time zone,
	"facts_revision" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "operator_accounts" ADD CONSTRAINT "operator_accounts_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_sessions" ADD CONSTRAINT "operator_sessions_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_members" ADD CONSTRAINT "workspace_members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_members" ADD CONSTRAINT "workspace_members_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_open_key" ON "cases" USING btree ("workspace_id","workflow","key","person_id") WHERE status = 'open' and key is not null;--> statement-breakpoint
CREATE INDEX "cases_person" ON "cases" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("next_action_at") WHERE next_action_at is not null and not test_clock;--> statement-breakpoint
CREATE INDEX "cases_unscheduled" ON "cases" USING btree ("workspace_id") WHERE status = 'open' and next_action_at is null;--> statement-breakpoint
CREATE INDEX "cases_test_clock" ON "cases" USING btree ("workspace_id","next_action_at") WHERE next_action_at is not null and test_clock;--> statement-breakpoint
CREATE UNIQUE INDEX "events_external" ON "events" USING btree ("workspace_id","external_id") WHERE external_id is not null;--> statement-breakpoint
CREATE INDEX "events_person" ON "events" USING btree ("workspace_id","person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("workspace_id","case_id","step","visit","channel","person_id");--> statement-breakpoint
CREATE INDEX "messages_person" ON "messages" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "messages_queue" ON "messages" USING btree ("deliver_at") WHERE deliver_at is not null and not test_clock;--> statement-breakpoint
CREATE INDEX "messages_test_clock" ON "messages" USING btree ("workspace_id","deliver_at") WHERE deliver_at is not null and test_clock;--> statement-breakpoint
CREATE INDEX "messages_in_flight" ON "messages" USING btree ("attempt_at") WHERE status = 'sending';--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "operator_accounts_by_operator" ON "operator_accounts" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "operator_sessions_by_operator" ON "operator_sessions" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "operator_verifications_by_identifier" ON "operator_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "workspace_members_by_operator" ON "workspace_members" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "contact_points_address" ON "contact_points" USING btree ("workspace_id","channel","address");--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_slug" ON "workspaces" USING btree ("slug");