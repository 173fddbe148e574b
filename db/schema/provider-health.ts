import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Blame, CircuitState } from "@/core/channel/circuit";
import { moment, word, workspaceId } from "./columns";

/**
 * What all workers must know of a provider: whether it is down, and when it may be called. A provider
 * of the environment serves all workspaces and stands under the nil id. No row: all is well.
 */
export const providerHealth = pgTable(
  "provider_health",
  {
    workspaceId: workspaceId(),
    /** As it is stored with a message: `account:<id>`, or its name in the environment. */
    provider: text("provider").notNull(),
    state: word<CircuitState>("state").notNull().default("closed"),
    blame: word<Blame>("blame"),
    /** Looks in a row that found it still down. */
    failures: integer("failures").notNull().default(0),
    openedAt: moment("opened_at"),
    /** When the next look is due; of one that is under way, when it is given up. */
    retryAt: moment("retry_at"),
    lastError: text("last_error"),
    /** The next free turn of those its rate allows. */
    nextCallAt: moment("next_call_at"),
    /** How many turns the latest taker got; its own answer reads it. */
    granted: integer("granted").notNull().default(0),
    /** It asked for no calls until then. */
    quietUntil: moment("quiet_until"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.provider] })],
);
