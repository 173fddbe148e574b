import type { QuietHours } from "@/core/calendar/windows";
import type { CaseStatus } from "@/core/case/state";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { CapFacts } from "./caps";
import type { HelperGap } from "./helper-gap";
import type { MessageStatus } from "./message-status";
import type { MessageRequest } from "./request";

export const FREQUENCIES = ["as_it_happens", "daily", "weekly", "last_reminder", "off"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Whoever a message goes to, as its gates see them. */
export type RecipientFacts = {
  erased: boolean;
  /** The person's zone, or the workspace's where they have none. */
  zone: string;
  /** As the profile has it; null where it has none. */
  ownZone: string | null;
  location: { country: string | null; region: string | null } | null;
  pausedUntil: Instant | null;
  /** Null: never set, so that the channel's own default holds. */
  quietHours: QuietHours | null;
};

export type TopicFacts = {
  key: string;
  required: boolean;
  /** Channels that are on until the person chooses. Empty: all of them. */
  defaultChannels: readonly string[];
};

/** What the person chose for the topic; null where they chose nothing. */
export type PreferenceFacts = {
  channels: Readonly<Record<string, boolean | undefined>>;
  frequency: Frequency;
  digestAt: string | null;
};

export type AddressFacts = {
  address: string;
  verified: boolean;
  suppressed: { reason: string; at: Instant } | null;
};

/** Another message of the same case. */
export type SiblingFacts = {
  id: string;
  step: string;
  visit: number;
  channel: string;
  personId: string;
  template: string;
  status: MessageStatus;
  to: string | null;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  /** By a human; what a machine opened or clicked is null here. */
  openedAt: Instant | null;
  clickedAt: Instant | null;
  repliedAt: Instant | null;
};

/** What the gates look at to tell whether a channel reaches a person at all. */
export type ReachInput = Pick<
  GateInput,
  "topic" | "preference" | "isLastReminder" | "consent" | "addresses"
> & {
  message: Pick<GateInput["message"], "personId" | "channel"> & { request: ReachRequest };
};

/** What of a request bears on whether a channel reaches. */
export type ReachRequest = Pick<MessageRequest, "audience" | "class" | "ending">;

/** Everything the gates look at, as it is at `now`. */
export type GateInput = {
  now: Instant;
  message: {
    id: string;
    step: string;
    visit: number;
    personId: string;
    channel: Channel;
    template: string;
    plannedAt: Instant;
    request: MessageRequest;
  };
  case: {
    status: CaseStatus;
    outcome: string | null;
    closedAt: Instant | null;
    closedBy: string | null;
    snoozedUntil: Instant | null;
    firstResponseAt: Instant | null;
    dueAt: Instant | null;
    acknowledgedAt: Instant | null;
    acknowledgedBy: string | null;
  };
  /** Null when there is no such person. */
  person: RecipientFacts | null;
  topic: TopicFacts | null;
  preference: PreferenceFacts | null;
  /** Whether this is the workflow's last reminder; looked at only for `last_reminder`. */
  isLastReminder: boolean;
  /** The person's newest word about the channel: true, false, or null when they never said any. */
  consent: boolean | null;
  /** The person's addresses on this channel, newest first. */
  addresses: readonly AddressFacts[];
  /** Null where the workspace limits nothing, or the message does not count. */
  caps: CapFacts | null;
  /** Null where helpers get each message by itself, or this is none to a helper. */
  helper: HelperGap | null;
  /** The case's other messages; only `involved`, `team` and `unless` messages look at them. */
  siblings: readonly SiblingFacts[];
};
