CREATE TABLE "case_facts" (
	"workspace_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"day" date NOT NULL,
	"workflow" text NOT NULL,
	"version" smallint NOT NULL,
	"arm" text NOT NULL,
	"holdout" boolean NOT NULL,
	"person_id" text,
	"topic" text,
	"team" text,
	"locale" text,
	"status" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"responded_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"promised" boolean NOT NULL,
	"response_seconds" integer,
	"response_working_seconds" integer,
	"resolution_seconds" integer,
	"resolution_working_seconds" integer,
	"channels" text[] NOT NULL,
	"stages" text[] NOT NULL,
	"delivered" integer NOT NULL,
	"opted_out" integer NOT NULL,
	"complained" integer NOT NULL,
	"tallies" jsonb NOT NULL,
	CONSTRAINT "case_facts_workspace_id_case_id_pk" PRIMARY KEY("workspace_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "fact_changes" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "fact_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	CONSTRAINT "fact_changes_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "rollup_days" (
	"workspace_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"day" date NOT NULL,
	"workflow" text NOT NULL,
	"version" smallint NOT NULL,
	"arm" text NOT NULL,
	"stage" text NOT NULL,
	"channel" text NOT NULL,
	"bucket" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "rollup_days_pk" PRIMARY KEY("workspace_id","measure","day","workflow","version","arm","stage","channel","bucket")
);
--> statement-breakpoint
CREATE TABLE "rollup_months" (
	"workspace_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"day" date NOT NULL,
	"workflow" text NOT NULL,
	"version" smallint NOT NULL,
	"arm" text NOT NULL,
	"stage" text NOT NULL,
	"channel" text NOT NULL,
	"bucket" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "rollup_months_pk" PRIMARY KEY("workspace_id","measure","day","workflow","version","arm","stage","channel","bucket")
);
--> statement-breakpoint
CREATE TABLE "rollup_retired" (
	"workspace_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"day" date NOT NULL,
	"workflow" text NOT NULL,
	"version" smallint NOT NULL,
	"arm" text NOT NULL,
	"stage" text NOT NULL,
	"channel" text NOT NULL,
	"bucket" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "rollup_retired_pk" PRIMARY KEY("workspace_id","measure","day","workflow","version","arm","stage","channel","bucket")
);
--> statement-breakpoint
CREATE TABLE "trend_notes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"day" date NOT NULL,
	"workflow" text,
	"text" text NOT NULL,
	"by_operator" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "trend_notes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "case_facts_day" ON "case_facts" USING btree ("workspace_id","day","workflow");--> statement-breakpoint
CREATE INDEX "case_facts_workflow" ON "case_facts" USING btree ("workspace_id","workflow","day");--> statement-breakpoint
CREATE INDEX "case_facts_person" ON "case_facts" USING btree ("workspace_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "trend_notes_day" ON "trend_notes" USING btree ("workspace_id","day");