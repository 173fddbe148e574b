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
    refused: "Not possible",
  },
  closed: {
    resolved: (name, at) => `Resolved${by(name)}${on(at)}.`,
    expired: (_name, at) => `It ended${on(at)} without being settled.`,
    canceled: (name, at) => `Canceled${by(name)}${on(at)}.`,
  },
  acknowledged: (name, at) => `Already acknowledged by ${name} on ${at}.`,
  escalated: (level, to, at) =>
    to === null
      ? `Already at level ${level}${at === null ? "" : ` since ${at}`}.`
      : `Already at level ${level}. Brought in${on(at)}: ${to}.`,
  refused: {
    no_escalation: "There is no further level to bring in.",
    nobody_there: "Nobody there can be told right now.",
  },
  unchanged: "Nothing was changed; there is nothing more for you to do.",
  you: "you",
  bySystem: (sender) => `${sender}’s system`,
};
