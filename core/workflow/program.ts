import type { Channel } from "@/core/template/channel";
import type { Definition, DueRule, StopRule } from "./definition";
import type { MessageClass } from "./message-class";
import type { Call } from "./steps/call";
import type { Close } from "./steps/close";
import type { Escalate } from "./steps/escalate";
import type { Fallback } from "./steps/send";
import type { Recipient, Span } from "./steps/shared";
import type { Update } from "./steps/update";
import type { Wait } from "./steps/wait";
import type { ResponseMatch } from "./steps/wait-for-response";

export type ChannelUse = { channel: Channel; template: string };

/** The program's instructions, addressed by their index. */
export type Instruction = { step: string; stage: string } & (
  | {
      op: "send";
      to: Recipient;
      uses: ChannelUse[];
      /** `all` are sent, or the `first` that can be delivered. */
      mode: "all" | "first";
      fallback: { use: ChannelUse; after: string; unless: Fallback["unless"] } | null;
      ignoreQuietHours: boolean;
    }
  | { op: "wait"; wait: Wait; next: number }
  | {
      op: "await";
      for: Span;
      from: "now" | "due";
      what: ResponseMatch[];
      responded: number;
      noAnswer: number;
    }
  | { op: "branch"; paths: { name: string; when: string; to: number }[]; otherwise: number }
  | {
      op: "split";
      arms: { name: string; weight: number; to: number; holdout: boolean }[];
    }
  /** Head of a loop: enter the body or leave. */
  | { op: "repeat"; every: Span; timesMax: number; body: number; end: number }
  /** End of the body: wait for an answer, then back to the head. */
  | { op: "round"; head: number }
  | { op: "escalate"; escalate: Escalate }
  | { op: "update"; set: Update["set"] }
  | { op: "call"; call: Call }
  | { op: "close"; outcome: Close["outcome"]; note: string | null }
  | { op: "jump"; to: number }
  | { op: "end"; of: "stages" | "resolution" | "expiry" }
);

/** Which parts of `CaseFacts` a program reads, so that the worker loads no others. */
export type Needs = { messages: boolean; history: boolean; open: boolean; people: boolean };

/** A definition made ready to run, once per version. Immutable. */
export type Program = {
  workflow: string;
  version: number;
  definition: Definition;
  instructions: readonly Instruction[];
  /** Addresses of the two endings. */
  resolution: number;
  expiry: number;
  due: DueRule | null;
  stopRules: readonly StopRule[];
  needs: Needs;
  /** Address of each step's first instruction, for landing after a change of version. */
  addressOf: ReadonlyMap<string, number>;
  stageNames: ReadonlyMap<string, string>;
  /** Of the stages that say one. */
  stageClasses: ReadonlyMap<string, MessageClass>;
};
