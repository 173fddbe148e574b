CREATE TABLE "provider_health" (
	"workspace_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"state" text DEFAULT 'closed' NOT NULL,
	"blame" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"last_error" text,
	"next_call_at" timestamp with time zone,
	"granted" integer DEFAULT 0 NOT NULL,
	"quiet_until" timestamp with time zone,
	CONSTRAINT "provider_health_workspace_id_provider_pk" PRIMARY KEY("workspace_id","provider")
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"from_address" text,
	"from_other" boolean DEFAULT false NOT NULL,
	"subject" text,
	"text" text,
	"full_text" text,
	"intent" text,
	"handled" text NOT NULL,
	"needs_reading" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"read_by" text,
	CONSTRAINT "replies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"workspace_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"status" smallint,
	"said" text NOT NULL,
	CONSTRAINT "webhook_attempts_workspace_id_delivery_id_id_pk" PRIMARY KEY("workspace_id","delivery_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"type" text NOT NULL,
	"person_id" text,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"event_types" text[] DEFAULT '{}' NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"disabled_because" text,
	"disabled_at" timestamp with time zone,
	"sealed" text NOT NULL,
	"previous_secret_until" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoints_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "layouts" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"layout" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "layouts_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "snippets" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"snippet" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snippets_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD COLUMN "last_callback_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "batch" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "carrier_id" uuid;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "legal_basis" text DEFAULT 'consent' NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "wording" jsonb;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "actor" jsonb;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "proof" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "frequency_limits" jsonb;--> statement-breakpoint
CREATE INDEX "replies_case" ON "replies" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE INDEX "replies_message" ON "replies" USING btree ("workspace_id","message_id");--> statement-breakpoint
CREATE INDEX "replies_person" ON "replies" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "replies_to_read" ON "replies" USING btree ("workspace_id","received_at") WHERE needs_reading and read_at is null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_endpoint" ON "webhook_deliveries" USING btree ("workspace_id","endpoint_id","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_queue" ON "webhook_deliveries" USING btree ("workspace_id","endpoint_id","next_attempt_at") WHERE next_attempt_at is not null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_failed" ON "webhook_deliveries" USING btree ("workspace_id","endpoint_id","id") WHERE status = 'failed';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_age" ON "webhook_deliveries" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "channel_accounts_id" ON "channel_accounts" USING btree ("id");--> statement-breakpoint
CREATE INDEX "messages_carrier" ON "messages" USING btree ("workspace_id","carrier_id") WHERE carrier_id is not null;--> statement-breakpoint
CREATE INDEX "messages_provider_message" ON "messages" USING btree ("provider_message_id") WHERE provider_message_id is not null;--> statement-breakpoint
CREATE INDEX "suppressions_newest" ON "suppressions" USING btree ("workspace_id","at");