import type { MessageRequest } from "@/core/delivery/request";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Decision } from "./decision";

/** A message to be planned: unique by case, step, visit, channel and person. */
export type PlannedMessage = {
  step: string;
  visit: number;
  stage: string | null;
  personId: string;
  channel: Channel;
  template: string;
  deliverAt: Instant;
  request: MessageRequest;
};

/** Which message of a case: the key that is unique. */
export type MessageRef = { step: string; visit: number; channel: string; personId: string };

/**
 * A turn of a climb as reports count it: what each target of a level stood for. `visit` names the turn
 * within its case. Level 0 is the fallback.
 */
export type LevelTold = {
  step: string;
  visit: number;
  level: number;
  lap: number;
  policy: string | null;
  byHand: boolean;
  /** When its time to acknowledge runs out; null where nothing is waited for. */
  deadline: Instant | null;
  targets: {
    /** `team:billing/lead`, `rota:nights`, `manager:person/1`, `person:ana`, `webhook:https://…`. */
    target: string;
    team: string | null;
    /** Who of it was told; empty when nobody could be. */
    people: string[];
    /** Why nobody, or not everybody, could be told. */
    why: string | null;
  }[];
};

/** What became of the turn that was told last. `by`: the person who acknowledged, or whoever ended it. */
export type LevelEnded = {
  visit: number;
  how: "acknowledged" | "climbed" | "resolved" | "exhausted" | "ended";
  by: string | null;
};

/** What follows from a transition: data, carried out in the transaction that stores the new state. */
export type Effect =
  | { type: "plan_message"; message: PlannedMessage }
  /** End every message that is not handed over yet; those of the ending go too when `endingToo`. */
  | { type: "stop_messages"; code: string; params: Record<string, unknown>; endingToo: boolean }
  /** One message ends without being sent. */
  | { type: "end_message"; message: MessageRef; code: string; params: Record<string, unknown> }
  /** One message is looked at at another moment; `by` when somebody wants it now. */
  | { type: "move_message"; message: MessageRef; deliverAt: Instant; by?: string }
  /** Look again at what waits for this case: a gate may have opened or closed. */
  | { type: "recheck_messages" }
  | {
      type: "call";
      step: string;
      visit: number;
      url: string;
      method: string;
      headers: Record<string, string>;
      body: unknown;
      timeoutMs: number;
    }
  | {
      type: "notify_webhook";
      step: string;
      visit: number;
      level: number;
      url: string;
      /** `closed`: the case has ended, and the endpoint had been told of it. Default: it is brought in. */
      event?: "escalated" | "closed";
    }
  | { type: "level_told"; told: LevelTold }
  | { type: "level_ended"; ended: LevelEnded }
  | { type: "update_person"; attributes: Record<string, string | number | boolean | null> }
  | { type: "log"; decision: Decision };
