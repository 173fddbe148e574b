import type { CaseStatus, Trail } from "@/core/case/state";
import type { MessageStatus } from "@/core/delivery/message-status";
import type { MessageRequest } from "@/core/delivery/request";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";

/** What came back about a message, as `message_events` has it. */
export type RawHit = {
  id: string;
  type: string;
  by: "human" | "proxy" | "scanner" | "unknown" | null;
  /** The button that was pressed, if it was one. */
  action: string | null;
  at: Instant;
};

export type RawMessage = {
  id: string;
  stage: string | null;
  step: string;
  visit: number;
  channel: Channel;
  personId: string;
  topic: string | null;
  status: MessageStatus;
  code: string | null;
  request: Pick<MessageRequest, "audience" | "ghost" | "unless" | "ending">;
  /** An email with a pixel in it: the person agreed to tracking when it left. */
  tracked: boolean;
  plannedAt: Instant;
  /** Of a ghost: when it would have left, after quiet hours and all that held it. */
  decidedAt: Instant | null;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  openedAt: Instant | null;
  openedBy: "human" | "proxy" | "scanner" | "unknown" | null;
  clickedAt: Instant | null;
  repliedAt: Instant | null;
  readAt: Instant | null;
  hits: readonly RawHit[];
  /** Of its person, its channel: switched off because of it, or within 72 hours of it and of no later message. */
  optedOut: boolean;
};

/** One target of one level, as `escalations` has it. */
export type RawTurn = {
  level: number;
  at: Instant;
  byHand: boolean;
  /** Whether anybody could be told. */
  told: boolean;
  /** When one of them acknowledged. */
  acknowledgedAt: Instant | null;
};

/** A case as it is stored, with all that its facts follow from. Nothing in it depends on now. */
export type RawCase = {
  id: string;
  workflow: string;
  version: number;
  personId: string;
  status: CaseStatus;
  openedAt: Instant;
  firstResponseAt: Instant | null;
  closedAt: Instant | null;
  /** Whether a human resolved it: a person, an operator or the sender's event, not the plan. */
  closedByHuman: boolean;
  dueAt: Instant | null;
  stage: string | null;
  ownerTeam: string | null;
  arms: Readonly<Record<string, string>>;
  holdout: boolean;
  /** The last moment at which the person put it off. */
  promisedAt: Instant | null;
  trail: Trail | null;
  /** Stages of its version in their order, with the ids of their steps. */
  stages: readonly { id: string; steps: readonly string[] }[];
  messages: readonly RawMessage[];
  turns: readonly RawTurn[];
};
