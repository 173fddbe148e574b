import { or, type SQL, sql } from "drizzle-orm";
import type { EVENT_RESULTS } from "@/core/filter/event-fields";
import { events } from "@/db/schema/events";
import { type Between, between, negatedIf, type OneOf, oneOf } from "./column-clauses";

const WORDS = { name: events.name, key: events.key, personId: events.personId } as const;

export type EventOutcome = (typeof EVENT_RESULTS)[number];

/** One condition on events; a list of them holds together. */
export type EventClause =
  | ({ on: keyof typeof WORDS } & OneOf)
  | ({ on: "receivedAt" } & Between)
  | { on: "outcome"; outcomes: readonly EventOutcome[]; not: boolean };

/** The clause as SQL on `events`. */
export function eventClauseSql(clause: EventClause): SQL {
  switch (clause.on) {
    case "receivedAt":
      return between(events.receivedAt, clause);
    case "outcome":
      return negatedIf(clause.not, or(...clause.outcomes.map(did)));
    default:
      return oneOf(WORDS[clause.on], clause);
  }
}

const some = (what: Exclude<EventOutcome, "nothing">): SQL =>
  sql`jsonb_array_length(coalesce(${events.result}->${sql.raw(`'${what}'`)}, '[]'::jsonb)) > 0`;

/** What an event did, by the answer its sender got. */
export const did = (outcome: EventOutcome): SQL =>
  outcome === "nothing"
    ? sql`not (${some("opened")} or ${some("resolved")} or ${some("responded")})`
    : some(outcome);
