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
CREATE INDEX "case_facts_due" ON "case_facts" USING btree ("workspace_id","due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "case_facts_person" ON "case_facts" USING btree ("workspace_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "trend_notes_day" ON "trend_notes" USING btree ("workspace_id","day");--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "tracked" boolean;--> statement-breakpoint
-- What changes the facts of a case leaves a row in the queue, in its own transaction. One row a case and
-- statement; on a sharded database these triggers are made on each shard, or all are local to the coordinator.
CREATE FUNCTION "fact_changes_of_cases"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id) SELECT workspace_id, id FROM after_rows;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER INSERT ON "cases" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_cases"();
--> statement-breakpoint
CREATE TRIGGER "fact_changes_again" AFTER UPDATE ON "cases" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_cases"();
--> statement-breakpoint
-- A message that is planned or about to leave counts nowhere.
CREATE FUNCTION "fact_changes_of_new_messages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id)
  SELECT DISTINCT workspace_id, case_id FROM after_rows WHERE status NOT IN ('planned', 'sending');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "fact_changes_of_messages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id)
  SELECT workspace_id, case_id FROM after_rows WHERE status NOT IN ('planned', 'sending')
  UNION SELECT workspace_id, case_id FROM before_rows WHERE status NOT IN ('planned', 'sending');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER INSERT ON "messages" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_new_messages"();
--> statement-breakpoint
CREATE TRIGGER "fact_changes_again" AFTER UPDATE ON "messages"
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_messages"();
--> statement-breakpoint
-- Each row looks its message up: a plan made for one great batch must not read all messages for a small one.
CREATE FUNCTION "fact_changes_of_message_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id)
  SELECT DISTINCT workspace_id, case_id FROM (
    SELECT e.workspace_id, (SELECT m.case_id FROM messages m
      WHERE m.workspace_id = e.workspace_id AND m.id = e.message_id) AS case_id
    FROM after_rows e) AS found
  WHERE case_id IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER INSERT ON "message_events" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_message_events"();
--> statement-breakpoint
CREATE TRIGGER "fact_changes_again" AFTER UPDATE ON "message_events" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_message_events"();
--> statement-breakpoint
CREATE TRIGGER "fact_changes_gone" AFTER DELETE ON "message_events" REFERENCING OLD TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_message_events"();
--> statement-breakpoint
CREATE FUNCTION "fact_changes_of_escalations"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id) SELECT DISTINCT workspace_id, case_id FROM after_rows;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER INSERT ON "escalations" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_escalations"();
--> statement-breakpoint
CREATE TRIGGER "fact_changes_again" AFTER UPDATE ON "escalations" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_escalations"();
--> statement-breakpoint
-- A no counts against the message that led to it, or else the last one before it.
CREATE FUNCTION "fact_changes_of_consents"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id)
  SELECT DISTINCT c.workspace_id, m.case_id FROM after_rows c
  JOIN messages m ON m.workspace_id = c.workspace_id AND m.person_id = c.person_id
    AND (m.id::text = c.evidence ->> 'messageId' OR m.channel = c.channel
      AND coalesce(m.delivered_at, m.sent_at) BETWEEN c.at - interval '72 hours' AND c.at)
  WHERE NOT c.granted;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER INSERT ON "consents" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "fact_changes_of_consents"();
--> statement-breakpoint
CREATE FUNCTION "fact_changes_of_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id)
  SELECT workspace_id, id FROM cases WHERE workspace_id = NEW.workspace_id AND person_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER UPDATE ON "people" FOR EACH ROW
  WHEN ((OLD.locale, OLD.time_zone, OLD.calendar, OLD.location, OLD.erased_at)
    IS DISTINCT FROM (NEW.locale, NEW.time_zone, NEW.calendar, NEW.location, NEW.erased_at))
  EXECUTE FUNCTION "fact_changes_of_person"();
--> statement-breakpoint
-- The days of all cases are the workspace's, their working times by its calendars.
CREATE FUNCTION "fact_changes_of_workspace"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id)
  SELECT workspace_id, id FROM cases WHERE workspace_id = NEW.id ORDER BY id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER UPDATE ON "workspaces" FOR EACH ROW
  WHEN ((OLD.time_zone, OLD.calendar, OLD.locale) IS DISTINCT FROM (NEW.time_zone, NEW.calendar, NEW.locale))
  EXECUTE FUNCTION "fact_changes_of_workspace"();
--> statement-breakpoint
CREATE FUNCTION "fact_changes_of_calendar"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_changes (workspace_id, case_id)
  SELECT workspace_id, id FROM cases
    WHERE workspace_id = coalesce(NEW.workspace_id, OLD.workspace_id) ORDER BY id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "fact_changes" AFTER INSERT OR DELETE ON "calendars" FOR EACH ROW
  EXECUTE FUNCTION "fact_changes_of_calendar"();
--> statement-breakpoint
CREATE TRIGGER "fact_changes_again" AFTER UPDATE ON "calendars" FOR EACH ROW
  WHEN (OLD.calendar IS DISTINCT FROM NEW.calendar)
  EXECUTE FUNCTION "fact_changes_of_calendar"();
--> statement-breakpoint
INSERT INTO "fact_changes" ("workspace_id", "case_id") SELECT "workspace_id", "id" FROM "cases" ORDER BY "workspace_id", "id";
