CREATE TABLE "scenarios" (
	"workspace_id" uuid NOT NULL,
	"workflow" text NOT NULL,
	"key" text NOT NULL,
	"test" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scenarios_workspace_id_workflow_key_pk" PRIMARY KEY("workspace_id","workflow","key")
);
--> statement-breakpoint
ALTER TABLE "workflow_versions" ADD COLUMN "restored_from" integer;--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "draft_templates" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "writer_id" text;--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "writer_until" timestamp with time zone;