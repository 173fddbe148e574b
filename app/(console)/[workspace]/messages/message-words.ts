import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import {
  MESSAGE_VIEWS,
  type MessageColumn,
  type MessageField,
  type MessageView,
} from "@/core/filter/message-fields";
import { type SystemView, systemViewsOf } from "../_lists/view-tabs-of";

export const FIELD_LABELS = {
  outcome: "messages.outcome",
  reason: "messages.reason",
  channel: "messages.channel",
  workflow: "messages.workflow",
  stage: "messages.stage",
  person: "messages.person",
  case: "messages.case",
  planned: "messages.planned",
} as const satisfies Record<MessageField, TextKey>;

export const COLUMN_LABELS = {
  title: "messages.message",
  person: "messages.person",
  to: "messages.address",
  channel: "messages.channel",
  case: "messages.case",
  workflow: "messages.workflow",
  outcome: "messages.outcome",
  reason: "messages.reason",
  planned: "messages.planned",
} as const satisfies Record<MessageColumn, TextKey>;

const VIEW_LABELS = {
  all: "messages.viewAll",
  attention: "messages.viewAttention",
  held: "messages.viewHeld",
  not_sent: "messages.viewNotSent",
  day: "messages.viewDay",
} as const satisfies Record<MessageView, TextKey>;

/** The views everybody has, by name. */
export const systemViews = (t: Text): SystemView[] =>
  systemViewsOf(MESSAGE_VIEWS, (id) => t(VIEW_LABELS[id]));
