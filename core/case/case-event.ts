import type { ReplyCode } from "@/core/sentence/codes";
import type { Instant } from "@/core/time";
import type { MessageRef } from "./effect";
import type { Actor, Answer, Owner } from "./state";

/** A planned message: what a step will send when it is its turn, or one that waits already. */
type PlannedRef = { step: string; message?: MessageRef };

/** Everything that can happen to a case. Time arrives as data: `at` is the only clock. */
export type CaseEvent = { at: Instant } & (
  | { type: "opened"; by: Actor; early?: Answer }
  | { type: "woke" }
  | {
      type: "responded";
      by: Actor;
      kind: "event" | "action" | "reply";
      name: string;
      detail?: Record<string, unknown>;
      resolves?: boolean;
      /** Whoever pressed can take it back: what leaves because of it waits. */
      undoable?: true;
    }
  | {
      type: "resolved";
      by: Actor;
      outcome?: string;
      note?: string;
      confirm?: boolean;
      /** Whoever resolved it can take it back, as with an answer. */
      undoable?: true;
    }
  | { type: "acknowledged"; by: Actor; personId?: string }
  | { type: "snoozed"; by: Actor; until: Instant }
  | { type: "snooze_ended"; by: Actor }
  /** `null`: nobody owns it any more, as before it was given to somebody. */
  | { type: "reassigned"; by: Actor; owner: Owner | null }
  /** `expectedVisit`: the turn of the message it was pressed in; another one is refused. */
  | { type: "escalated_now"; by: Actor; expectedLevel?: number; expectedVisit?: number }
  /** Whoever has it, has it no longer. */
  | { type: "taken_over"; by: Actor; personId?: string }
  /** They are told, and it waits for them as for a level of the escalation. */
  | { type: "handed_over"; by: Actor; to: Owner }
  | { type: "due_moved"; by: Actor; dueAt: Instant }
  | { type: "facts_changed"; what: string }
  | {
      type: "delivery_reported";
      step: string;
      visit: number;
      place: number;
      /** As the message's request has it: of the order in which `place` counts. */
      preferred?: string | undefined;
      outcome: "sent" | "not_sent" | "failed";
      personId: string;
      channel: string;
      late: boolean;
    }
  | { type: "engaged"; what: "opened" | "clicked" | "seen"; human: boolean; step: string }
  | { type: "call_answered"; step: string; ok: boolean; answer: unknown }
  | { type: "canceled"; by: Actor; reason: string }
  /** `takenBack`: by the person whose answer had closed it. */
  | { type: "reopened"; by: Actor; step?: string; takenBack?: true }
  | { type: "moved_to_version"; by: Actor; version: number; landing: number }
  | { type: "noted"; by: Actor; text: string }
  /** What was read in an answer that somebody wrote; changes nothing by itself. */
  | { type: "reply_read"; by: Actor; code: ReplyCode; params: Record<string, unknown> }
  | ({ type: "planned_sent_now"; by: Actor } & PlannedRef)
  | ({ type: "planned_taken_out"; by: Actor; reason: string } & PlannedRef)
  | ({ type: "planned_moved"; by: Actor; to: Instant } & PlannedRef)
);
