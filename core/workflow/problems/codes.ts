import type { Offset } from "@/core/calendar/due-relative";
import type { Channel } from "@/core/template/channel";
import type { CopyAdviceCode, CopyParams } from "@/core/template/copy-checks";
import type { Step } from "../step";

type None = Record<string, never>;
/** How often a field was missing in the events that came lately. */
type Seen = { field: string; missing: number; of: number };
type Target = {
  form: "policy" | "rota" | "team" | "no_rota" | "no_lead" | "no_members" | "nobody" | "level";
  key: string;
  name: string;
  meant: string | null;
  level: number;
  levels: number;
};

/** What each code says beside its place. Null where there is nothing to say. */
export type ProblemParams = {
  "definition.unreadable": { detail: string };
  "start.missing": None;
  "start.person_unresolved": Seen & {
    form: "no_path" | "unknown" | "missing";
    meant: string | null;
  };
  "topic.missing": { topic: string; meant: string | null };
  "pref.required_topic": { topic: string };
  "due.missing": None;
  "due.sometimes_missing": Seen & { percent: number };
  "send.no_content": {
    form: "none" | "other_channel" | "unfinished";
    template: string;
    channel: Channel;
    other: Channel | null;
    meant: string | null;
    field: string | null;
  };
  "send.locale_missing": { template: string; missing: number; of: number; locales: string };
  "send.translation_behind": { template: string; texts: number; locales: string };
  "send.unknown_variable": {
    form: "unknown" | "unreadable";
    /** The content it stands in; null for a text of the workflow itself. */
    template: string | null;
    name: string;
    meant: string | null;
    detail: string | null;
  };
  "send.filter_type": {
    template: string;
    field: string;
    line: number;
    column: number;
    name: string;
    filter: string;
    /** As the data schema says. */
    type: string;
  };
  "send.channel_off": { channel: Channel };
  "send.no_unsubscribe": { template: string; topic: string };
  "send.promotional_no_address": { template: string };
  "send.promotional_required": { topic: string };
  "send.no_action": { template: string };
  "send.same_channel": { channel: Channel };
  "send.quiet_hours": { topic: string };
  "send.no_target": Target;
  "wait.order": {
    anchor: string;
    offset: Offset;
    before: Offset;
    /** The step that waits for the later moment. */
    other: string;
  };
  "wait.in_quiet_hours": { at: string; until: string; use: string };
  "wait.zero": { before: string };
  "response.unreachable": {
    form: "event" | "action";
    name: string;
    meant: string | null;
  };
  "condition.invalid": {
    form: "unknown_name" | "ends_early" | "other";
    detail: string;
    name: string | null;
    line: number | null;
    column: number | null;
  };
  "branch.no_otherwise": None;
  "branch.overlap": { name: string };
  "branch.unknown_variable": { name: string; meant: string | null };
  "escalate.no_target": Target;
  "escalate.self": None;
  "escalate.loop": None;
  "escalate.nobody_to_acknowledge": { level: number };
  "escalate.timeout_short": None;
  "split.holdout_required": { topic: string };
  "split.same_name": { name: string };
  "stop.none": None;
  "stop.no_until": { event: string };
  "close.silent": None;
  "ending.step_kind": { kind: Step["kind"] };
  "cap.exceeded": {
    messages: number;
    hours: number;
    cap: number;
    scenario: string | null;
    name: string | null;
  };
  never_reached: { form: "closed" | "runs"; scenarios: number };
  expires_at_once: None;
} & Record<`copy.${CopyAdviceCode}`, CopyParams & { template: string }>;

export type ProblemCode = keyof ProblemParams;
export type TargetForm = Target["form"];
