import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import type { ReachRequest } from "@/core/delivery/gate-input";
import type { PreferredChannel } from "@/core/delivery/preferred-channel";
import type { RotaFacts } from "@/core/rota/rota";
import type { Instant } from "@/core/time";
import type { ChannelUse } from "@/core/workflow/program";
import type { Ladder } from "@/core/workflow/steps/escalate";

/** A person as the engine needs them. `managers` is the chain upwards, nearest first, as far as it is known. */
export type PersonFacts = {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  locale: string | null;
  timeZone: string | null;
  attributes: Record<string, unknown>;
  location: { country: string | null; region: string | null; city: string | null } | null;
  managerId: string | null;
  pausedUntil: Instant | null;
  /** Where a step names several channels in order, this one goes first. */
  preferredChannel: PreferredChannel | null;
  erased: boolean;
};

/** A message that might be planned, and whether its channel would reach its person. */
export type ReachAsked = {
  personId: string;
  use: ChannelUse;
  request: ReachRequest;
  isLastReminder: boolean;
};

export type TeamFacts = {
  key: string;
  name: string;
  leadId: string | null;
  members: {
    personId: string;
    role: "lead" | "member";
    deputyId: string | null;
    /** Away between these two; null: since always, or not away at all. */
    absentFrom: Instant | null;
    absentUntil: Instant | null;
  }[];
  timeZone: string | null;
  calendar: ResolvedCalendar | null;
};

/** What is the same for every case of a workspace. */
export type WorkspaceFacts = {
  timeZone: string;
  locale: string;
  calendar: ResolvedCalendar;
  teams: ReadonlyMap<string, TeamFacts>;
  rotas: ReadonlyMap<string, RotaFacts>;
  policies: ReadonlyMap<string, Ladder & { name: string }>;
  /** Keys of topics that nobody can switch off: what is owed to people, also in a holdout. */
  requiredTopics: ReadonlySet<string>;
};

/** A message as conditions and waits see it. */
export type MessageFacts = {
  step: string;
  channel: string;
  personId: string;
  status: string;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  /** Opened or clicked by a human; what a machine did does not count. */
  openedAt: Instant | null;
  clickedAt: Instant | null;
  repliedAt: Instant | null;
};

export type HistoryEvent = { name: string; at: Instant; data: Record<string, unknown> };
export type HistoryCase = {
  number: number;
  workflow: string;
  status: string;
  openedAt: Instant;
  closedAt: Instant | null;
};

/**
 * Everything `advance` may know beside the case itself. The optional parts are there when the
 * program says it reads them (`Program.needs`).
 */
export type CaseFacts = {
  case: {
    id: string;
    number: number;
    workflow: string;
    version: number;
    key: string | null;
    subject: string;
  };
  data: Record<string, unknown>;
  person: PersonFacts;
  workspace: WorkspaceFacts;
  /** People by id: managers, team members, people named by steps. */
  people: ReadonlyMap<string, PersonFacts>;
  calendarOf: (person: PersonFacts) => ResolvedCalendar;
  /** Whether a channel reaches somebody now; asked only about a channel that they prefer. */
  reaches: (asked: ReachAsked) => boolean;
  messages?: MessageFacts[];
  history?: { events: HistoryEvent[]; cases: HistoryCase[] };
  open?: {
    count: number;
    cases: { number: number; subject: string; workflow: string; dueAt: Instant | null }[];
  };
};
