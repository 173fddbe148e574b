import type { ScenarioFailure } from "@/core/case/check-expectation";
import type { PlanEntry } from "@/core/case/plan";
import type { Behaviour } from "@/core/case/scenario";
import type { PresetKey } from "@/core/case/scenario-presets";
import type { MessageStatus } from "@/core/delivery/message-status";
import type { CopyAdviceCode } from "@/core/template/copy-checks";
import type { RemedyCode } from "@/core/workflow/problems/remedy";
import type { StepKind } from "@/core/workflow/step";
import type { BecauseCode, DecisionCode, ReplyCode } from "../codes";
import type { ProblemSentence } from "../problem-words";
import type { WhyTopic } from "../why-topic";

/** Words and phrases that fill the slots of sentences. Each says which slot it is made for. */
export type WordCode =
  | "word.unknown"
  | "word.nobody"
  | "word.nothing"
  | "word.moment"
  /** One unit of a length; `form` is `plain` or, for German, `dative`. */
  | "word.unit"
  | "word.working_time"
  /** Opens a sentence: “Every 2 days”. */
  | "word.every"
  | "word.offset"
  | "word.wait_rule"
  | "word.channel"
  /** Opens a line. */
  | "word.channel_title"
  /** As settings and lists call it. */
  | "word.channel_name"
  | "word.use"
  | "word.match"
  /** An answer that would stop the case, as a clause: “invoice.paid arrives”. */
  | "word.unless"
  | "word.priority"
  | "word.outcome"
  | "word.field"
  | "word.actor"
  /** “by Ana”, after or inside a passive clause. */
  | "word.actor_phrase"
  /** Someone, in the form that stands after “to” (German: accusative, after “an”). */
  | "word.party"
  /** An entry of the plan. */
  | "word.plan"
  | "word.other_decision"
  | "word.no_reason";

export type StepCode =
  | `step.${StepKind}`
  | "step.branch.row"
  | "step.escalate.level"
  | "step.split.arm"
  | "step.update.row"
  | "document.start"
  | "document.stop"
  | "document.due";

/** What a document says beside its steps, and what changed in it. */
export type SettingCode = `setting.${
  | "purpose"
  | "topic"
  | "start"
  | "person"
  | "subject"
  | "key"
  | "data"
  | "data_field"
  | "early_answer"
  | "expiry"
  | "messages_max"
  | "days_max"
  | "stage"
  | "stage_order"
  | "ending"
  | "place"
  | "off"
  | "also"
  | "field"}`;

export type CaseCode = Extract<DecisionCode, `case.${string}` | `response.${string}`>;
export type DeliveryCode = Extract<
  DecisionCode,
  `sent.${string}` | `held.${string}` | `skip.${string}` | `fail.${string}`
>;
export type FlowCode = Exclude<DecisionCode, CaseCode | ReplyCode | DeliveryCode>;

/** What will happen, and when. */
export type PlanCode = `plan.${PlanEntry["kind"] | "due_date" | "operator" | "at"}`;

/** Why something happened, by its topic, and what would have changed it. */
export type WhyCode = `why.${"rule" | "change"}.${WhyTopic | "other"}`;

/** What a condition says, as a clause; in German with the verb at its end. */
export type ConditionCode = `condition.${"always" | "group" | "row" | "deed" | "field" | "word"}`;

/** What somebody does in a scenario, and what came otherwise than it expects. */
export type ScenarioCode =
  | "behaviour.when"
  | `behaviour.${Behaviour["do"]}`
  | `scenario.${ScenarioFailure["code"]}`
  | `preset.${PresetKey}`;

export type SentenceCode =
  | ScenarioCode
  | ProblemSentence
  | `remedy.${RemedyCode}`
  | `copy.${CopyAdviceCode}`
  | ConditionCode
  | WhyCode
  | PlanCode
  | WordCode
  | StepCode
  | SettingCode
  | DecisionCode
  | `because.${BecauseCode}`
  | `message.${MessageStatus}`;
