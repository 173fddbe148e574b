import { z } from "zod";
import { FREQUENCIES } from "@/core/delivery/gate-input";
import { SWITCHED } from "@/core/delivery/switched";
import { PersonId } from "@/core/ids";
import { endpoint } from "./endpoint";
import { At, MomentText } from "./fields";

/** How long a token of the widget holds, in seconds. */
export const INBOX_TOKEN_TTL = { min: 60, default: 600, max: 900 } as const;
export const ITEMS_AT_ONCE_MAX = 200;
export const REPLY_CHARS_MAX = 280;
/** How far an item can be put away: only its reader's list changes. */
export const SNOOZE_DAYS_MAX = 365;
/** How far a matter can be put off from a message: it waits for everybody. */
export const PUT_OFF_DAYS_MAX = 90;

/** What a list of the inbox holds; `all` is everything that is neither archived nor put off. */
export const InboxView = z.enum(["all", "todo", "snoozed", "archived"]);
export type InboxView = z.infer<typeof InboxView>;

/** `unseen` and `unread` are counted among `all`. */
export const InboxCounts = z.object({
  all: z.int(),
  unseen: z.int(),
  unread: z.int(),
  todo: z.int(),
  snoozed: z.int(),
  archived: z.int(),
});
export type InboxCounts = z.infer<typeof InboxCounts>;

const Span = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
  /** http, https, mailto or tel. */
  href: z.string().optional(),
});
export type InboxSpan = z.infer<typeof Span>;

/** Words as data: whoever shows them makes the elements, so that no markup of a message ever runs. */
export const InboxBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), spans: z.array(Span) }),
  z.object({ kind: z.literal("heading"), spans: z.array(Span) }),
  z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(z.array(Span)) }),
]);
export type InboxBlock = z.infer<typeof InboxBlock>;

export const InboxAction = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum([
    ...["complete", "link", "choice", "reply", "snooze"],
    ...["acknowledge", "take_over", "need_help"],
  ] as const),
  url: z.string().nullable(),
  choices: z.array(z.string()),
});
export type InboxAction = z.infer<typeof InboxAction>;

/** What became of the matter, where something did: why its buttons are gone, in codes that the widget words. */
export const InboxDone = z.object({
  kind: z.enum(["answered", "replied", "acknowledged", "put_off", "escalated", "closed"]),
  /** The pressed button's label, and what was chosen. */
  action: z.string().nullable(),
  choice: z.string().nullable(),
  /** Null: a system, or nobody knows. */
  by: z.object({ name: z.string().nullable(), isYou: z.boolean() }).nullable(),
  at: At,
  /** Of `put_off`. */
  until: At.nullable(),
  /** The reader can take it back until then. */
  undoUntil: At.nullable(),
});
export type InboxDone = z.infer<typeof InboxDone>;

export const InboxItem = z.object({
  id: z.string(),
  revision: z.int(),
  /** Items with the same belong to one matter. */
  thread: z.string(),
  arrivedAt: At,
  title: z.string(),
  body: z.array(InboxBlock),
  /** The words' language. */
  locale: z.string(),
  dueAt: At.nullable(),
  topic: z.object({ key: z.string(), name: z.string() }).nullable(),
  /** At most those that still do something. */
  actions: z.array(InboxAction),
  /** The matter waits for this person. */
  todo: z.boolean(),
  done: InboxDone.nullable(),
  seenAt: At.nullable(),
  readAt: At.nullable(),
  archivedAt: At.nullable(),
  snoozedUntil: At.nullable(),
  snoozedAt: At.nullable(),
  /** The person's preference page, opened at why they got this. */
  whyUrl: z.string(),
});
export type InboxItem = z.infer<typeof InboxItem>;

/**
 * The state after whatever was asked. Whoever keeps a copy takes `counts` from the answer with the
 * highest `revision`, and each item by its own.
 */
export const InboxAnswer = z.object({
  /** Whose inbox this is, as an opaque hash: a browser drops what it kept when another person signs in. */
  owner: z.string(),
  revision: z.int(),
  counts: InboxCounts,
  items: z.array(InboxItem),
  /** Items that are no more. */
  removed: z.array(z.string()),
  /** More changed than is told: what is kept must be fetched anew. */
  reset: z.boolean(),
});
export type InboxAnswer = z.infer<typeof InboxAnswer>;

export const InboxPage = InboxAnswer.extend({ nextCursor: z.string().nullable() });
export type InboxPage = z.infer<typeof InboxPage>;

/** Which items a verb is about; all of the view `all` with `all`, those that arrived later left out. */
export const InboxWhich = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(ITEMS_AT_ONCE_MAX) }),
  z.strictObject({ all: z.literal(true), upTo: z.int() }),
]);
export type InboxWhich = z.infer<typeof InboxWhich>;

export const InboxSnooze = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(ITEMS_AT_ONCE_MAX),
  until: MomentText,
});

export const InboxPress = z.strictObject({
  action: z.string().min(1).max(64),
  choice: z.string().max(200).optional(),
  text: z.string().trim().min(1).max(REPLY_CHARS_MAX).optional(),
  until: MomentText.optional(),
});
export type InboxPress = z.infer<typeof InboxPress>;

/** `already`: somebody was there before, the item's `done` says who. `closed`: there is nothing to answer any more. */
export const InboxPressed = InboxAnswer.extend({
  result: z.enum(["done", "already", "closed"]),
});
export type InboxPressed = z.infer<typeof InboxPressed>;

/** What the small preference form in a page shows; the page behind `url` has everything. */
export const InboxPreferences = z.object({
  url: z.string(),
  pausedUntil: At.nullable(),
  topics: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      description: z.string().nullable(),
      required: z.boolean(),
      frequency: z.enum(FREQUENCIES),
      channels: z.array(
        z.object({
          channel: z.enum(SWITCHED),
          on: z.boolean(),
          /** Whether it can reach the person at all. */
          reachable: z.boolean(),
        }),
      ),
    }),
  ),
});
export type InboxPreferences = z.infer<typeof InboxPreferences>;

export const InboxPreferenceChange = z.union([
  z.strictObject({ pausedUntil: MomentText.nullable() }),
  z.strictObject({
    topic: z.string().min(1).max(128),
    frequency: z.enum(FREQUENCIES),
  }),
  z.strictObject({
    topic: z.string().min(1).max(128),
    channel: z.enum(SWITCHED),
    on: z.boolean(),
  }),
]);
export type InboxPreferenceChange = z.infer<typeof InboxPreferenceChange>;

/**
 * The token's text up to its first dot is `owner` as in InboxAnswer: a browser shows what it kept, and
 * sends what it could not send before, only with a token of the same person.
 */
const InboxToken = z.object({ token: z.string(), expiresAt: At });

export const InboxTokenInput = z.strictObject({
  personId: PersonId,
  ttlSeconds: z
    .int()
    .min(INBOX_TOKEN_TTL.min)
    .max(INBOX_TOKEN_TTL.max)
    .default(INBOX_TOKEN_TTL.default),
  origin: z
    .url({ protocol: /^https?$/ })
    .max(253)
    .optional(),
});
export type InboxTokenInput = z.infer<typeof InboxTokenInput>;

export const inboxContract = {
  token: endpoint(
    "inbox:write",
    {
      method: "POST",
      path: "/inbox/token",
      summary: "A token for one person's inbox",
      description:
        "For the widget in your pages: short-lived, for this person and nothing else. Call it on your server for whoever is signed in there. With `origin` it works only in pages of that origin.",
      tags: ["Inbox"],
    },
    [],
    { answersSecret: true },
  )
    .input(z.object({ body: InboxTokenInput }))
    .output(InboxToken),
};
