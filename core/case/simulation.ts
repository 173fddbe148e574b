import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { MessageRequest } from "@/core/delivery/request";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Decision } from "./decision";
import type { CaseFacts, ReachAsked } from "./facts";
import type { Behaviour } from "./scenario";
import type { CaseState, CaseStatus } from "./state";

type Values = Record<string, unknown>;

/** A message of a simulation with everything that became of it. */
export type SimulatedMessage = {
  id: string;
  /** Its place among the messages that were handed over, from 1; null before that. */
  number: number | null;
  step: string;
  visit: number;
  stage: string | null;
  personId: string;
  channel: Channel;
  template: string;
  /** When its step asked for it. */
  plannedAt: Instant;
  /** When it was to leave. */
  deliverAt: Instant;
  request: MessageRequest;
  status: "planned" | "held" | "sent" | "not_sent" | "failed";
  code: string;
  params: Values;
  /** The address it went to. */
  to: string | null;
  /** Its words as they were sent; null where the simulation renders none. */
  content: RenderedContent | null;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  openedAt: Instant | null;
  clickedAt: Instant | null;
  repliedAt: Instant | null;
};

/** What delivery answers about a message whose moment has come. */
export type Delivered =
  | { outcome: "sent"; code: string; params: Values; content?: RenderedContent | null }
  | { outcome: "not_sent" | "failed"; code: string; params: Values }
  | { outcome: { heldUntil: Instant }; code: string; params: Values };

/** What delivery may look at beside the message. */
export type DeliveryView = {
  state: Readonly<CaseState>;
  facts: Readonly<CaseFacts>;
  messages: readonly SimulatedMessage[];
  /** `<personId> <topic>`: whose emails were unsubscribed during the simulation. */
  unsubscribed: ReadonlySet<string>;
  /** `<personId> <channel>`: addresses that bounced during the simulation. */
  bounced: ReadonlySet<string>;
  /** Messages that were held to be collected. */
  collected: ReadonlySet<SimulatedMessage>;
  /** When what is pending is looked at. */
  lookAt: ReadonlyMap<SimulatedMessage, Instant>;
};

/** Whether a channel reaches somebody, after what unsubscribed and bounced on the way. */
export type Reaches = (
  asked: ReachAsked,
  view: Pick<DeliveryView, "unsubscribed" | "bounced">,
  now: Instant,
) => boolean;

export type Deliver = (message: SimulatedMessage, now: Instant, view: DeliveryView) => Delivered;

/** One row of a simulation's timeline. Codes and values; sentences are rendered elsewhere. */
export type SimulationEntry = { at: Instant } & (
  | { kind: "decision"; decision: Decision }
  /** A message's fate at that moment, as it was then. */
  | { kind: "message"; code: string; params: Values; message: SimulatedMessage }
  | { kind: "behaviour"; behaviour: Behaviour; done: boolean; message: string | null }
);

export type Simulation = {
  entries: SimulationEntry[];
  /** Every planned message, in the order of planning. */
  messages: SimulatedMessage[];
  /** Ids of the steps the case came to, in that order. */
  visited: string[];
  end: {
    status: CaseStatus;
    at: Instant;
    outcome: string | null;
    waitingFor: CaseState["waitingFor"];
    /** Set when the simulation was cut off by a limit instead of coming to its own end. */
    cut: "events" | "days" | null;
  };
};
