import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import {
  EVENT_VIEWS,
  type EventColumn,
  type EventField,
  type EventView,
} from "@/core/filter/event-fields";
import type { EventOutcome } from "@/db/queries/event-clauses";
import { type SystemView, systemViewsOf } from "../_lists/view-tabs-of";

export const FIELD_LABELS = {
  outcome: "events.outcome",
  name: "events.name",
  person: "events.person",
  key: "events.key",
  received: "events.received",
} as const satisfies Record<EventField, TextKey>;

export const COLUMN_LABELS = {
  name: "events.name",
  person: "events.person",
  key: "events.key",
  outcome: "events.outcome",
  what: "events.what",
  received: "events.received",
} as const satisfies Record<EventColumn, TextKey>;

export const OUTCOME_LABELS = {
  opened: "events.opened",
  resolved: "events.resolved",
  responded: "events.responded",
  nothing: "events.nothing",
} as const satisfies Record<EventOutcome, TextKey>;

const VIEW_LABELS = {
  all: "events.viewAll",
  opened: "events.viewOpened",
  answered: "events.viewAnswered",
  nothing: "events.viewNothing",
} as const satisfies Record<EventView, TextKey>;

/** The views everybody has, by name. */
export const systemViews = (t: Text): SystemView[] =>
  systemViewsOf(EVENT_VIEWS, (id) => t(VIEW_LABELS[id]));
