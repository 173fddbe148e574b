CREATE TABLE "escalations" (
	"workspace_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"visit" integer NOT NULL,
	"target" text NOT NULL,
	"workflow" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"policy" text,
	"level" integer NOT NULL,
	"lap" integer NOT NULL,
	"by_hand" boolean NOT NULL,
	"team" text,
	"people" text[] NOT NULL,
	"why" text,
	"at" timestamp with time zone NOT NULL,
	"deadline" timestamp with time zone,
	"ended" text,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"test_clock" boolean DEFAULT false NOT NULL,
	CONSTRAINT "escalations_workspace_id_case_id_visit_level_lap_target_pk" PRIMARY KEY("workspace_id","case_id","visit","level","lap","target")
);
--> statement-breakpoint
CREATE TABLE "rota_overrides" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rota" text NOT NULL,
	"person_id" text,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"note" text,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rota_overrides_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "rotas" ADD COLUMN "feed" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "team_members" ADD COLUMN "absent_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "parent" text;--> statement-breakpoint
CREATE INDEX "escalations_at" ON "escalations" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "escalations_waiting" ON "escalations" USING btree ("workspace_id","team") WHERE ended is null;--> statement-breakpoint
CREATE INDEX "rota_overrides_rota" ON "rota_overrides" USING btree ("workspace_id","rota","until_at");--> statement-breakpoint
UPDATE "rotas" SET "plan" = "plan" || jsonb_build_object(
	'layers', jsonb_build_array(jsonb_build_object(
		'name', "plan"->'name',
		'people', "plan"->'people',
		'startsOn', "plan"->'startsOn',
		'handoverAt', "plan"->'handoverAt',
		'rotation', jsonb_build_object('every', "plan"->'shiftDays', 'unit', 'day'))))
WHERE "plan" ? 'people';
