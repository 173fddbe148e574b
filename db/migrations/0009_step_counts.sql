CREATE TABLE "step_counts" (
	"workspace_id" uuid NOT NULL,
	"workflow" text NOT NULL,
	"day" date NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"way" text NOT NULL,
	"bucket" smallint NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "step_counts_workspace_id_workflow_day_version_step_way_bucket_pk" PRIMARY KEY("workspace_id","workflow","day","version","step","way","bucket")
);
--> statement-breakpoint
CREATE TABLE "step_moves" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"moves" jsonb NOT NULL,
	CONSTRAINT "step_moves_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "trail" jsonb;--> statement-breakpoint
CREATE INDEX "cases_without_trail" ON "cases" USING btree ("workspace_id","id") WHERE trail is null;