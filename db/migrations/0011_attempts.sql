ALTER TABLE "messages" ADD COLUMN "tried" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "opened_told" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "clicked_told" boolean DEFAULT false NOT NULL;