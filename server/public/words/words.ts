import type { Channel } from "@/core/template/channel";
import type { ActionKind } from "@/core/template/content";

/** A way of reaching a person that they can switch off. */
export const SWITCHED = ["email", "sms", "push", "in_app"] as const satisfies readonly Channel[];
export type Switched = (typeof SWITCHED)[number];

type Closed = "resolved" | "expired" | "canceled";

/** Everything the public pages say. Names and moments come in ready to be read. */
export type PublicWords = {
  problem: {
    unknown: { title: string; text: string };
    expired: { title: string; text: (days: number) => string };
    busy: { title: string; text: string };
    malformed: { title: string; text: string };
    broken: { title: string; text: string };
  };
  action: {
    due: string;
    reference: string;
    nothingYet: (sender: string) => string;
    opens: (host: string) => string;
    sendAnswer: string;
    sendReply: string;
    replyLimit: (chars: number) => string;
    remindThen: string;
    tomorrow: string;
    nextWeek: string;
    onDate: string;
    dateHint: (time: string, city: string) => string;
    chooseOne: string;
    writeSomething: string;
    replyTooLong: (chars: number) => string;
    dateNeeded: (days: number) => string;
    viewMessage: string;
    settings: string;
  };
  result: {
    title: Record<ActionKind, string>;
    pressed: (label: string, at: string) => string;
    chosen: (choice: string, at: string) => string;
    replied: (at: string) => string;
    tookOn: (at: string) => string;
    snoozed: (until: string) => string;
    goOn: (host: string) => string;
    closes: string;
    told: (names: string) => string;
    others: (n: number) => string;
    confirmation: string;
    hasAnswer: (sender: string) => string;
    staysOpen: string;
    quietUntil: string;
  };
  stale: {
    title: Record<Closed | "acknowledged" | "escalated", string>;
    closed: Record<Closed, (by: string | null, at: string | null) => string>;
    acknowledged: (by: string, at: string) => string;
    escalated: (to: string | null, at: string | null) => string;
    unchanged: string;
    you: string;
    bySystem: (sender: string) => string;
  };
  unsubscribe: {
    title: (topic: string) => string;
    lead: (address: string) => string;
    leadPlain: string;
    stop: string;
    stopAll: string;
    choose: string;
    off: (topic: string) => string;
    offText: string;
    duty: string;
    allOff: string;
    allOffText: string;
    stillRequired: (topics: string) => string;
    required: (topic: string) => string;
    requiredText: (sender: string) => string;
    noTopic: string;
    noTopicText: (sender: string) => string;
    contact: (address: string) => string;
    oneClick: (topic: string) => string;
  };
  preferences: {
    title: (sender: string) => string;
    lead: (address: string) => string;
    channel: Record<Switched, string>;
    noAddress: Record<Switched, string>;
    locked: (channels: string) => string;
    save: string;
    stopAll: string;
    none: string;
    saved: string;
    unchanged: string;
    change: (topic: string, on: string[], off: string[]) => string;
    reachFirst: string;
    reachHint: string;
    noneFirst: (sender: string) => string;
    /** Null: none goes first any more. */
    nowFirst: (channel: string | null) => string;
  };
};
