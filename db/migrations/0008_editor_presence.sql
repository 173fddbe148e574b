CREATE TABLE "draft_viewers" (
	"workspace_id" uuid NOT NULL,
	"workflow" text NOT NULL,
	"operator_id" text NOT NULL,
	"tab" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	CONSTRAINT "draft_viewers_workspace_id_workflow_operator_id_tab_pk" PRIMARY KEY("workspace_id","workflow","operator_id","tab")
);
--> statement-breakpoint
ALTER TABLE "draft_viewers" ADD CONSTRAINT "draft_viewers_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;