import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type AccountProvider, AccountTest } from "@/core/channel/account";
import type { Channel } from "@/core/template/channel";
import { Json, moment, parsedJson, word, workspaceId } from "./columns";

/**
 * An account with a provider. `settings` are those anybody here may see; `sealed` holds the secrets,
 * and only who has `APP_SECRET` can open it.
 */
export const channelAccounts = pgTable(
  "channel_accounts",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    channel: word<Channel>("channel").notNull(),
    provider: word<AccountProvider>("provider").notNull(),
    name: text("name").notNull(),
    /** Among those of its channel; the first that is on is used. */
    position: integer("position").notNull(),
    enabled: boolean("enabled").notNull().default(true),
    settings: parsedJson("settings", Json).notNull(),
    sealed: text("sealed").notNull(),
    lastTest: parsedJson("last_test", AccountTest),
    /** When its provider last told us something, to the minute. */
    lastCallbackAt: moment("last_callback_at"),
    createdBy: text("created_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("channel_accounts_name").on(t.workspaceId, t.name),
    // A provider's callback names the account and nothing else.
    index("channel_accounts_id").on(t.id),
  ],
);
