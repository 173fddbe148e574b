import type { ProblemWords } from "../types/problem";

export const problem: ProblemWords = {
  unknown: {
    title: "This link does not work",
    text: "It may be incomplete. Open the message again and use the link in it, or ask whoever sent it.",
  },
  expired: {
    title: "This link has expired",
    text: (days) =>
      `Links in a message work for ${days} days. Nothing was changed. Ask whoever sent the message for a new one.`,
  },
  busy: {
    title: "Too many requests",
    text: "Nothing was changed. Wait a minute, then try again.",
  },
  malformed: {
    title: "That did not arrive in full",
    text: "Nothing was changed. Go back and try again.",
  },
  test: {
    title: "This was a test",
    text: "The buttons of a test message do nothing, and nothing was changed. In a real message, this one answers.",
  },
  broken: {
    title: "This did not work",
    text: "The fault is on our side, and nothing was changed. Try again in a few minutes.",
  },
};
