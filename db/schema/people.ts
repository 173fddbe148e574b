import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { z } from "zod";
import { type LegalBasis, Wording } from "@/core/contracts/consents";
import type { PreferredChannel } from "@/core/delivery/preferred-channel";
import type { Channel } from "@/core/template/channel";
import { Json, moment, parsedJson, word, workspaceId } from "./columns";

const Location = z.object({
  country: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
});
const QuietHours = z.array(
  z.object({ days: z.array(z.string()), from: z.string(), to: z.string() }),
);

/** Someone who can get messages. The id is the caller's own. */
export const people = pgTable(
  "people",
  {
    workspaceId: workspaceId(),
    id: text("id").notNull(),
    name: text("name"),
    locale: text("locale"),
    timeZone: text("time_zone"),
    managerId: text("manager_id"),
    attributes: parsedJson("attributes", Json).notNull().default({}),
    location: parsedJson("location", Location),
    calendar: text("calendar"),
    pausedUntil: moment("paused_until"),
    quietHours: parsedJson("quiet_hours", QuietHours),
    /** Goes first where a step names several channels in order; null: the step's order. */
    preferredChannel: word<PreferredChannel>("preferred_channel"),
    /** Consent to individual open and click tracking; without it no pixel is sent. */
    trackingConsent: boolean("tracking_consent").notNull().default(false),
    /** Links of messages planned before lead nowhere: the address they were sent to is no longer the person's. */
    linksAfter: moment("links_after"),
    erasedAt: moment("erased_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    // The console's orders.
    index("people_by_added").on(t.workspaceId, t.createdAt, t.id).where(sql`erased_at is null`),
    index("people_by_name")
      .on(t.workspaceId, sql`lower(coalesce(${t.name}, ${t.id}))`, t.id)
      .where(sql`erased_at is null`),
  ],
);

/** An address of a person on one channel. The newest unsuppressed one is used. */
export const contactPoints = pgTable(
  "contact_points",
  {
    workspaceId: workspaceId(),
    personId: text("person_id").notNull(),
    channel: word<Channel>("channel").notNull(),
    address: text("address").notNull(),
    verifiedAt: moment("verified_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.personId, t.channel, t.address] }),
    index("contact_points_address").on(t.workspaceId, t.channel, t.address),
  ],
);

/** Addresses that must not be written to, whoever they belong to. */
export const suppressions = pgTable(
  "suppressions",
  {
    workspaceId: workspaceId(),
    channel: word<Channel>("channel").notNull(),
    address: text("address").notNull(),
    reason: word<"bounced" | "complained" | "stopped" | "manual">("reason").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.channel, t.address] }),
    index("suppressions_newest").on(t.workspaceId, t.at),
  ],
);

/** What a person chose for one topic. No row: the topic's defaults. */
export const preferences = pgTable(
  "preferences",
  {
    workspaceId: workspaceId(),
    personId: text("person_id").notNull(),
    topic: text("topic").notNull(),
    channels: parsedJson("channels", z.partialRecord(z.string(), z.boolean()))
      .notNull()
      .default({}),
    frequency: word<"as_it_happens" | "daily" | "weekly" | "last_reminder" | "off">("frequency")
      .notNull()
      .default("as_it_happens"),
    digestAt: text("digest_at"),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.personId, t.topic] })],
);

/** An address a person wants to be written to instead, until they repeat the code that was sent there. */
export const addressChanges = pgTable(
  "address_changes",
  {
    workspaceId: workspaceId(),
    personId: text("person_id").notNull(),
    channel: word<Channel>("channel").notNull(),
    /** The nonce of which, with the installation's secret, the code is made: the code itself is nowhere. */
    id: uuid("id").notNull(),
    address: text("address").notNull(),
    /** What it takes the place of; null: it is one more. */
    replaces: text("replaces"),
    wrongTries: smallint("wrong_tries").notNull().default(0),
    askedAt: moment("asked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.personId, t.channel] })],
);

/** Somebody asked on their preference page to be erased; an operator decides. */
export const erasureRequests = pgTable(
  "erasure_requests",
  {
    workspaceId: workspaceId(),
    personId: text("person_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    /** The operator who said no, and when; erasing takes the row away. */
    declinedAt: moment("declined_at"),
    declinedBy: text("declined_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.personId] })],
);

/** Append only: what was agreed to or withdrawn, by whom, in which words. */
export const consents = pgTable(
  "consents",
  {
    workspaceId: workspaceId(),
    personId: text("person_id").notNull(),
    id: uuid("id").notNull(),
    channel: word<Channel>("channel").notNull(),
    topic: text("topic"),
    granted: boolean("granted").notNull(),
    legalBasis: word<LegalBasis>("legal_basis").notNull().default("consent"),
    /** Where it holds; null: wherever the channel reaches the person. */
    address: text("address"),
    source: text("source").notNull(),
    /** What was read and agreed to. */
    wording: parsedJson("wording", Wording),
    actor: parsedJson("actor", Json),
    evidence: parsedJson("evidence", Json).notNull().default({}),
    at: moment("at").notNull(),
    /**
     * Stands in the proof for address, actor and evidence, which erasing the person takes out; without
     * the salt nobody can find out what it was made of.
     */
    digest: text("digest").notNull().default(""),
    salt: text("salt"),
    /** Follows from the proof of the person's entry before it; empty for those older than proofs. */
    proof: text("proof").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.personId, t.id] })],
);
