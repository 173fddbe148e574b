import type { QuietHours } from "@/core/calendar/windows";
import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import type { FrequencyLimits } from "@/core/delivery/caps";
import type { AddressFacts, PreferenceFacts, TopicFacts } from "@/core/delivery/gate-input";
import type { Snippets } from "@/core/template/snippet";
import type { Instant } from "@/core/time";
import type { CaseFacts, PersonFacts, WorkspaceFacts } from "./facts";

/** A person as the engine and the gates of delivery need them. */
export type SimulationPerson = PersonFacts & {
  /** Key of the person's own calendar; null: the workspace's. */
  calendar: string | null;
  /** Null: never set, so that the channel's own default holds. */
  quietHours: QuietHours | null;
  trackingConsent: boolean;
  /** By channel, newest first. */
  addresses: ReadonlyMap<string, readonly AddressFacts[]>;
  /** By topic. */
  preferences: ReadonlyMap<string, PreferenceFacts>;
  /** Newest first; a null topic means all of them. */
  smsConsents: readonly { topic: string | null; granted: boolean }[];
};

/** What the person's other cases and events are, for conditions and words that read them. */
export type SimulationBackground = Pick<CaseFacts, "history" | "open">;

/**
 * Everything a simulation needs of a workspace, as plain data: it can be sent to a browser, where
 * any number of scenarios run on it. `worldOf` makes of it what `simulate` takes.
 */
export type SimulationFacts = {
  /** The workspace's time when they were read. */
  now: Instant;
  workspace: WorkspaceFacts & { calendars: ReadonlyMap<string, ResolvedCalendar> };
  /** Who may be met: people asked for, those the definition and the workspace's teams, rotas and policies name, and their managers. */
  people: ReadonlyMap<string, SimulationPerson>;
  topics: ReadonlyMap<string, TopicFacts>;
  /** How much a person gets over all workflows; none: as much as there is. */
  limits?: FrequencyLimits | null;
  /** Words that contents may name. */
  snippets?: Snippets;
  /** Of the people asked for. */
  background: ReadonlyMap<string, SimulationBackground>;
};
