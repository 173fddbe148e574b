import type { Actor, Owner } from "@/core/case/state";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Target } from "@/core/workflow/steps/escalate";
import type { Priority, Span } from "@/core/workflow/steps/shared";
import type { Wait } from "@/core/workflow/steps/wait";

/** Another decision or rule that explains this one. */
export type Reason = { code: string; params?: Record<string, unknown> | undefined };

/** Someone brought in or put in charge: as the document names them, or by name. */
export type Party = string | Owner | Target | { name: string };

/** What each kind of param holds. Moments are epoch ms; a length as a number is ms. */
type ParamValue = {
  text: string | number;
  texts: string | string[];
  /** A CEL expression. */
  condition: string;
  /** A topic’s key. */
  topic: string;
  /** Lived by the person: shown in the person's zone. */
  moment: Instant;
  /** From the log: shown in the viewer's zone where that is known. */
  logged: Instant;
  length: Span | number;
  number: number;
  count: number;
  actor: Actor | string;
  party: Party | Party[];
  /** Null: nobody owns it any more. */
  owner: Owner | string | null;
  rule: Partial<Wait> | string;
  reason: Reason | string;
  channel: Channel;
  /** A template’s key. */
  template: string;
  priority: Priority;
  outcome: "resolved" | "expired" | "canceled" | (string & {});
  /** A word that picks a part of the sentence; an unknown word picks the general part. */
  choice: string | boolean;
  /** What an update sets: `priority`, `owner`, `dueAt` or `person.attributes.<name>`. */
  field: string;
  value: string | number | boolean | null | Owner;
  /** What an update step sets. */
  set: Record<string, unknown>;
};
export type ParamKind = keyof ParamValue;
type Spec = ParamKind | `${ParamKind}?`;
type Specs = Record<string, Record<string, Spec>>;

const CASE_PARAMS = {
  "case.opened": { subject: "text", by: "actor", event: "text?", missing: "text?" },
  "case.opened_resolved": { subject: "text?", name: "text?", at: "moment?" },
  "case.already_open": { event: "text?", by: "actor?" },
  "case.already_closed": { outcome: "outcome" },
  "case.already_escalated": { to: "party?", at: "moment?" },
  "case.already_acknowledged": { by: "actor?", at: "moment?" },
  "case.replanned": { what: "choice?", from: "moment?", to: "moment?" },
  "case.due_moved": { from: "moment?", to: "moment", by: "actor?" },
  "case.snoozed": { until: "moment", by: "actor?" },
  "case.snooze_ended": { by: "actor?" },
  "case.reassigned": { to: "owner", by: "actor?" },
  "case.taken_over": { by: "actor?", from: "owner?" },
  "case.handed_over": { to: "owner", by: "actor?" },
  "case.priority": { to: "priority", by: "actor?" },
  "case.resolved": {
    by: "actor?",
    how: "choice",
    answer: "text?",
    written: "choice?",
    note: "text?",
  },
  "case.expired": { after: "length?", answered: "choice?" },
  "case.canceled": { by: "actor?", reason: "text?" },
  "case.reopened": { by: "actor?", takenBack: "choice?" },
  "case.moved": { from: "number?", to: "number", by: "actor?" },
  "case.note": { text: "text", by: "actor?" },
  "case.closed": { outcome: "outcome" },
  "case.fault": { text: "text" },
  "response.received": { kind: "choice", name: "text?", written: "choice?", by: "actor?" },
} as const satisfies Specs;

/** What was read in an answer that somebody wrote. */
const REPLY_PARAMS = {
  "reply.unclear": { by: "actor?" },
  "reply.other": { from: "text?" },
  "reply.action": { by: "actor?", action: "text?" },
  "reply.promised": { by: "actor?", until: "moment?" },
  "reply.not_me": { by: "actor?" },
  "reply.of_several": { by: "actor?" },
  "reply.stopped": { by: "actor?", channel: "channel", topic: "topic?" },
  "reply.stop_required": { by: "actor?", topic: "topic?" },
  "reply.started": { by: "actor?", channel: "channel" },
  "reply.help": { by: "actor?", channel: "channel" },
  "reply.late": { by: "actor?" },
  "reply.away": { by: "actor?", until: "moment?" },
  "reply.automatic": { by: "actor?" },
} as const satisfies Specs;
export type ReplyCode = keyof typeof REPLY_PARAMS;

const FLOW_PARAMS = {
  "wait.started": { until: "moment", rule: "rule?", rolled: "choice?" },
  "wait.ended": { rule: "rule?" },
  "wait.passed": { choice: "choice", rule: "rule?", by: "length?" },
  "await.started": { until: "moment" },
  "await.answered": { kind: "choice?", name: "text?", written: "choice?", at: "moment?" },
  "await.timed_out": { after: "length?" },
  "branch.taken": { path: "text", condition: "condition?", missing: "texts?" },
  "split.taken": { arm: "text" },
  "split.holdout": {},
  "repeat.round": { n: "number", of: "number?" },
  "repeat.done": { rounds: "number?", of: "number?" },
  "esc.started": { level: "number", to: "party", within: "length?", because: "reason?" },
  "esc.level_up": { level: "number", to: "party", after: "length?" },
  "esc.announced": { until: "moment" },
  "esc.ack": { by: "actor", after: "length?" },
  "esc.ack_partly": { by: "actor", left: "party" },
  "esc.ack_timeout": { after: "length", by: "text?" },
  "esc.skipped_unavailable": { target: "party", why: "choice?" },
  "esc.exhausted": { after: "length?", why: "choice?", policy: "text?" },
  "esc.fallback": { to: "party" },
  "esc.repeated": { lap: "number?", toLevel: "number" },
  "esc.by_hand": { by: "actor?" },
  "esc.not_needed": { why: "choice?" },
  "esc.told": { to: "party" },
  "update.set": { set: "set?", what: "field?", to: "value?" },
  "call.started": { url: "text?" },
  "call.answered": { url: "text?", status: "number?" },
  "call.failed": { url: "text?", text: "text?" },
  "stale.action": { action: "text?", by: "actor?", became: "choice?", to: "party?", at: "moment?" },
  "limit.messages": { max: "count?" },
  "limit.days": { days: "count?" },
  "hold.missing_due": {},
  "send.preferred": { channel: "channel", person: "text?", because: "reason?" },
  "send.next_channel": { channel: "channel" },
  "send.fallback": { channel: "channel", unless: "choice", after: "length?" },
  "planned.sent_now": { by: "actor?", channel: "channel", template: "template?", from: "moment?" },
  "planned.taken_out": { by: "actor?", channel: "channel", template: "template?", reason: "text?" },
  "planned.moved": {
    by: "actor?",
    channel: "channel",
    template: "template?",
    from: "moment?",
    to: "moment?",
  },
} as const satisfies Specs;

const MESSAGE_PARAMS = {
  "sent.plan": { rule: "rule?" },
  "sent.manual": { by: "actor?" },
  "sent.merged": { digest: "choice?", n: "count?", carrier: "text?" },
  "held.quiet_hours": { until: "moment?", person: "text?" },
  "held.send_window": { until: "moment?" },
  "held.holiday": { name: "text?", until: "moment?" },
  "held.paused_person": { until: "moment?", person: "text?" },
  "held.paused_workflow": { by: "actor?" },
  "held.snoozed": { until: "moment?" },
  "held.missing_due": {},
  "held.missing_data": { field: "text?" },
  "held.digest": { frequency: "choice?", until: "moment?", isDue: "choice?" },
  "held.cap": { n: "count?", cap: "number?", until: "moment?", isDue: "choice?" },
  "held.helper": { until: "moment?" },
  "held.no_provider": { channel: "channel" },
  "held.provider_down": { channel: "channel", since: "logged?" },
  "held.undo": { seconds: "count?", by: "actor?" },
  "skip.responded": { name: "text?", by: "actor?", event: "text?", at: "moment?" },
  "skip.pref_topic": { person: "text?", topic: "topic?", frequency: "choice?", at: "moment?" },
  "skip.pref_channel": { person: "text?", channel: "channel", topic: "topic?", at: "moment?" },
  "skip.condition": { condition: "condition?", actual: "text?" },
  "skip.fallback_unneeded": { channel: "channel", unless: "choice" },
  "skip.no_address": { channel: "channel", person: "text?", unverified: "choice?" },
  "skip.no_consent": { channel: "channel", person: "text?" },
  "skip.suppressed": { channel: "channel", reason: "choice?", at: "moment?" },
  "skip.unverified": { channel: "channel" },
  "skip.late": { late: "length?" },
  "skip.duplicate": { ago: "length?", at: "moment?" },
  "skip.case_closed": { outcome: "outcome?" },
  "skip.acknowledged": { at: "moment?" },
  "skip.step_removed": { version: "number?", by: "actor?" },
  "skip.holdout": {},
  "skip.not_told": { person: "text?" },
  "skip.reopened": { by: "actor?" },
  "skip.no_person": { target: "party?", why: "choice?" },
  "skip.manual": { by: "actor?", reason: "text?" },
  "fail.provider": { text: "text?", attempt: "number?", of: "number?", at: "logged?" },
  "fail.not_called": { text: "text?", attempt: "number?", of: "number?", at: "logged?" },
  "fail.bounced": { text: "text?" },
  "fail.render": { template: "template?", field: "text?", text: "text?", line: "number?" },
  "fail.config": { channel: "channel", text: "text?" },
  "fail.rate": { at: "logged?" },
  "fail.unknown": { channel: "channel" },
} as const satisfies Specs;

/** Every code of the timeline and of message outcomes, with its params; `?` marks one that may be absent. */
export const PARAMS = { ...CASE_PARAMS, ...REPLY_PARAMS, ...FLOW_PARAMS, ...MESSAGE_PARAMS };

export type DecisionCode = keyof typeof PARAMS;
export const DECISION_CODES = Object.keys(PARAMS) as DecisionCode[];
/** The codes that say what became of a message. */
export const MESSAGE_CODES = Object.keys(MESSAGE_PARAMS) as DecisionCode[];
export const isDecisionCode = (code: string): code is DecisionCode => Object.hasOwn(PARAMS, code);

/** Codes that can stand behind “Because …”, each with the param that its clause cannot do without. */
export const BECAUSE_NEEDS = {
  "case.opened": "event",
  "case.due_moved": "to",
  "case.snooze_ended": null,
  "case.resolved": null,
  "case.expired": null,
  "case.canceled": null,
  "case.reopened": null,
  "response.received": null,
  "wait.started": "rule",
  "wait.ended": "rule",
  "wait.passed": null,
  "await.answered": null,
  "await.timed_out": null,
  "branch.taken": "condition",
  "split.taken": "arm",
  "repeat.round": "n",
  "repeat.done": null,
  "limit.days": "days",
  "esc.started": "to",
  "esc.level_up": "level",
  "esc.announced": "until",
  "esc.ack": "by",
  "esc.ack_timeout": "after",
  "case.handed_over": null,
  "esc.exhausted": null,
  "esc.fallback": null,
  "esc.repeated": null,
  "sent.plan": "rule",
  "sent.manual": null,
  "send.preferred": "channel",
  "send.next_channel": "channel",
  "send.fallback": "channel",
  "planned.moved": null,
} as const satisfies Partial<Record<DecisionCode, string | null>>;
export type BecauseCode = keyof typeof BECAUSE_NEEDS;
export const isBecauseCode = (code: string): code is BecauseCode =>
  Object.hasOwn(BECAUSE_NEEDS, code);
