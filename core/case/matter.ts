import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import type { LevelEnded, LevelTold, MessageRef, PlannedMessage } from "./effect";
import type { CaseFacts } from "./facts";
import type { CaseState } from "./state";

/** A message as the table would hold it. */
export type StoredMessage = PlannedMessage & {
  status: "planned" | "sent" | "not_sent" | "failed";
  reason: string | null;
  /** Whether the case was open when it was handed over. */
  sentWhileOpen: boolean | null;
  plannedAt: Instant;
  sentAt: Instant | null;
};

/** One case with its rows: the engine without a database, and stricter. */
export type Matter = {
  program: Program;
  facts: CaseFacts;
  state: CaseState;
  now: Instant;
  messages: Map<string, StoredMessage>;
  codes: { at: Instant; code: string; step: string | null; params: Record<string, unknown> }[];
  calls: string[];
  /** Turns of climbs by their visit, and how often each ended. */
  turns: Map<number, { told: LevelTold; ended: LevelEnded[] }>;
  /** Endpoints of levels, and what they heard. */
  webhooks: { url: string; event: string }[];
  /** Messages the unique key refused, with what they would have said. */
  doubles: PlannedMessage[];
};

export const keyOf = (m: MessageRef): string => [m.step, m.visit, m.channel, m.personId].join(" ");
