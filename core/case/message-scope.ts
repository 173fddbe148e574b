import type { RenderScope } from "@/core/template/scope";
import type { Instant } from "@/core/time";
import { historyScope, messagesScope, personScope } from "./condition-scope";
import type { CaseFacts, MessageFacts, PersonFacts } from "./facts";

/** A message and its case, as the words of the message may name them. */
export type MessageMatter = {
  number: number;
  key: string | null;
  subject: string;
  workflow: string;
  version: number;
  data: Record<string, unknown>;
  /** Where the message was planned; the case may have gone on. */
  stage: string | null;
  currentStage: string | null;
  status: string;
  outcome: string | null;
  priority: string;
  level: number;
  acknowledgedBy: string | null;
  acknowledgedAt: Instant | null;
  openedAt: Instant;
  dueAt: Instant | null;
  closedBy: string | null;
};

export type ScopeInput = {
  row: MessageMatter;
  saved: Record<string, unknown>;
  person: PersonFacts | null;
  recipient: PersonFacts;
  /** Name of the owning person or team; null when nobody owns the case. */
  ownerName: string | null;
  /** The case's page in the console. */
  url: string;
  messages: readonly MessageFacts[];
  history: CaseFacts["history"];
  open: CaseFacts["open"];
  now: Instant;
};

/** What a template reads for one message: the same roots conditions read, as they are at `now`. */
export function messageScope(input: ScopeInput): RenderScope {
  const { row, person, recipient, now } = input;
  return {
    data: { ...row.data, ...input.saved },
    person: person === null ? {} : personScope(person),
    recipient: personScope(recipient),
    case: {
      number: `C-${row.number}`,
      key: row.key,
      subject: row.subject,
      workflow: row.workflow,
      version: row.version,
      status: row.status,
      outcome: row.outcome,
      stage: row.stage ?? row.currentStage,
      priority: row.priority,
      level: row.level,
      owner: input.ownerName,
      acknowledgedBy: row.acknowledgedBy,
      acknowledgedAt: row.acknowledgedAt,
      openedAt: row.openedAt,
      dueAt: row.dueAt,
      closedBy: row.closedBy,
      url: input.url,
    },
    due: row.dueAt,
    messages: messagesScope(input.messages),
    history: historyScope(input.history),
    open: { count: input.open?.count ?? 0, cases: input.open?.cases ?? [] },
    now,
  };
}
