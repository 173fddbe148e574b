import type { ContactPreset } from "@/core/calendar/contact-hours";
import type { Frequency } from "@/core/delivery/gate-input";
import type { Switched } from "@/core/delivery/switched";

/** Who changed something, as it is told to the person it is about. */
export type ChangedBy = "you" | "operator" | "api" | "system";

type Problem = "pause" | "hours" | "hours_order" | "zone" | "topic";

export type PreferencesWords = {
  title: (sender: string) => string;
  /** Null: there is no address to name. */
  lead: (address: string | null) => string;
  languages: string;
  notYou: { title: string; text: (sender: string) => string; contact: (address: string) => string };
  preview: string;
  problemTitle: string;
  problem: Record<Problem, string>;
  status: {
    changed: (what: string) => string;
    undone: (what: string) => string;
    nothing: string;
    next: (moment: string) => string;
    /** Nothing is planned. */
    nextOpen: string;
    leaving: string;
    undo: string;
    /** By the page's script, while it is not yet kept and where it could not be. */
    saving: string;
    failed: string;
  };
  channel: Record<Switched, string>;
  channelFor: (channel: string, topic: string) => string;
  unreachable: {
    no_address: Record<Switched, string>;
    unverified: string;
    suppressed: string;
    stopped: string;
  };
  topics: {
    title: string;
    none: string;
    required: string;
    locked: (sender: string, channels: string) => string;
    contact: (address: string) => string;
    howOften: string;
    off: string;
    turnOff: (topic: string) => string;
    dueSoon: string;
    /** Switching this one off switches the topic off. */
    lastChannel: (channel: string) => string;
    noChannel: string;
    frequency: Record<Frequency, string>;
    many: string;
    daily: (time: string) => string;
    weekly: (time: string) => string;
    at: string;
    save: string;
    part: (from: number, to: number, n: number) => string;
    earlier: string;
    later: string;
    nowOften: (topic: string, often: string) => string;
    nowOn: (topic: string, channels: string) => string;
    nowOff: (topic: string, channels: string) => string;
    restored: string;
  };
  pause: {
    title: string;
    allOn: string;
    intro: string;
    day: string;
    week: string;
    until: string;
    button: string;
    paused: (moment: string) => string;
    continues: (topics: string) => string;
    duty: string;
    resume: string;
    now: (moment: string) => string;
    resumed: string;
  };
  details: { title: string; addresses: string; kept: string };
  stop: { title: string; text: string; button: string; done: string };
  waiting: {
    until: (n: number, moment: string) => string;
    now: (n: number) => string;
  };
  hours: {
    title: string;
    intro: string;
    preset: Record<ContactPreset, string>;
    own: string;
    perDay: string;
    perDayHint: string;
    day: string;
    from: string;
    to: string;
    copy: (day: string) => string;
    copyShort: string;
    save: string;
    now: (hours: string) => string;
  };
  zone: {
    title: string;
    clock: (time: string) => string;
    use: (city: string) => string;
    senders: (city: string) => string;
    now: (city: string) => string;
  };
  language: { title: string; hint: string; senders: string; now: (language: string) => string };
  first: {
    title: string;
    hint: string;
    none: (sender: string) => string;
    /** Null: none goes first any more. */
    now: (channel: string | null) => string;
  };
  why: {
    title: string;
    got: (title: string, at: string) => string;
    about: (subject: string) => string;
    due: (date: string) => string;
    duty: (subject: string) => string;
    topic: (topic: string) => string;
    noTopic: string;
    byDefault: (channel: string) => string;
    byYou: (channel: string, at: string) => string;
    byOther: (channel: string) => string;
    required: string;
    off: (channel: string) => string;
  };
  history: {
    title: string;
    none: string;
    message: (title: string, channel: string) => string;
    by: Record<ChangedBy, (sender: string) => string>;
    paused: (until: string) => string;
    resumed: string;
    topics: (topic: string, often: string) => string;
    hours: string;
    profile: string;
    address: string;
    preferences: string;
    everything: string;
  };
  days: Record<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun", string>;
};
