import type { StaleWords } from "../types/stale";

const by = (name: string | null) => (name === null ? "" : ` by ${name}`);
const on = (at: string | null) => (at === null ? "" : ` on ${at}`);

export const stale: StaleWords = {
  title: {
    resolved: "Already done",
    expired: "This has ended",
    canceled: "No longer needed",
    acknowledged: "Somebody is on it",
    escalated: "Passed on",
  },
  closed: {
    resolved: (name, at) => `Resolved${by(name)}${on(at)}.`,
    expired: (_name, at) => `It ended${on(at)} without being settled.`,
    canceled: (name, at) => `Canceled${by(name)}${on(at)}.`,
  },
  acknowledged: (name, at) => `${name} took this on at ${at}.`,
  escalated: (to, at) => `Already escalated${to === null ? "" : ` to ${to}`}${on(at)}.`,
  unchanged: "Nothing was changed; there is nothing more for you to do.",
  you: "you",
  bySystem: (sender) => `${sender}’s system`,
};
