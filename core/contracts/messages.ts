import { z } from "zod";
import { MESSAGE_STATUSES } from "@/core/delivery/message-status";
import { RenderedContent } from "@/core/delivery/rendered-content";
import { Channel } from "@/core/template/channel";
import { endpoint, FilterText, pageOf, pageQuery } from "./endpoint";
import { At, MomentText } from "./fields";

export const MESSAGE_CLASSES = ["sent", "held", "not_sent", "failed"] as const;
const TRY_ENDS = ["taken", "refused", "lost", "under_way"] as const;
const OPENERS = ["human", "proxy", "scanner", "unknown"] as const;

export const Message = z
  .object({
    id: z.string(),
    caseId: z.string(),
    personId: z.string(),
    workflow: z.string(),
    version: z.int(),
    stage: z.string().nullable(),
    step: z.string(),
    channel: Channel,
    to: z.string().nullable(),
    topic: z.string().nullable(),
    subject: z.string().nullable(),
    status: z.enum(MESSAGE_STATUSES),
    class: z.enum(MESSAGE_CLASSES),
    code: z.string().nullable(),
    sentence: z.string(),
    because: z.string().nullable(),
    provider: z.string().nullable(),
    providerMessageId: z.string().nullable(),
    plannedAt: At,
    sentAt: At.nullable(),
    deliveredAt: At.nullable(),
    openedAt: At.nullable(),
    openedBy: z.enum(OPENERS).nullable(),
    clickedAt: At.nullable(),
    repliedAt: At.nullable(),
  })
  .meta({ description: "One delivery to one person on one channel, and what came of it" });
export type Message = z.infer<typeof Message>;

export const MessageDetail = z
  .object({
    ...Message.shape,
    template: z.string(),
    params: z.record(z.string(), z.unknown()),
    evidence: z.record(z.string(), z.unknown()),
    content: RenderedContent.nullable().meta({ description: "What the reader got" }),
    attempts: z.int().meta({ description: "Those that count" }),
    tries: z
      .array(
        z.object({
          at: At,
          provider: z.string(),
          account: z.string().nullable().meta({
            description: "The account's name; null for one of the environment, or that is gone",
          }),
          end: z.enum(TRY_ENDS).meta({ description: "`lost`: nobody knows it" }),
          text: z.string().nullable().meta({ description: "The provider's own words" }),
        }),
      )
      .meta({ description: "What came of each attempt, the oldest first" }),
    deliverAt: At.nullable().meta({ description: "When it will be looked at next" }),
    events: z.array(
      z.object({
        type: z.string(),
        by: z.enum(OPENERS).nullable(),
        detail: z.record(z.string(), z.unknown()),
        at: At,
      }),
    ),
  })
  .meta({ description: "A message with its rendered snapshot, attempts and what came back" });
export type MessageDetail = z.infer<typeof MessageDetail>;

const MessagesQuery = z.strictObject({
  ...pageQuery,
  case: FilterText.optional().meta({ description: "Id or number of the case" }),
  person: FilterText.optional(),
  workflow: FilterText.optional(),
  stage: FilterText.optional(),
  step: FilterText.optional(),
  channel: Channel.optional(),
  outcome: z
    .enum(MESSAGE_CLASSES)
    .optional()
    .meta({ description: "What became of it; `held` is on the way" }),
  status: z.enum(MESSAGE_STATUSES).optional(),
  plannedBefore: MomentText.optional(),
  plannedAfter: MomentText.optional(),
});
export type MessagesQuery = z.infer<typeof MessagesQuery>;

const tags = ["Messages"];

export const messagesContract = {
  list: endpoint("messages:read", {
    method: "GET",
    path: "/messages",
    summary: "List messages",
    tags,
  })
    .input(z.object({ query: MessagesQuery }))
    .output(pageOf(Message)),
  get: endpoint("messages:read", {
    method: "GET",
    path: "/messages/{id}",
    summary: "Read a message",
    tags,
  })
    .input(z.object({ params: z.strictObject({ id: z.uuid() }) }))
    .output(MessageDetail),
};
