import type { ResultWords } from "../types/result";

export const result: ResultWords = {
  title: {
    complete: "Done",
    link: "One moment",
    choice: "Answer received",
    reply: "Reply received",
    snooze: "Put off",
    acknowledge: "You are on it",
    take_over: "It is yours",
    hand_over: "Handed over",
    need_help: "Help is coming",
  },
  pressed: (label, at) => `You pressed “${label}” on ${at}.`,
  chosen: (choice, at) => `You answered “${choice}” on ${at}.`,
  replied: (at) => `Your reply arrived on ${at}.`,
  tookOn: (at) => `You took this on at ${at}.`,
  snoozed: (until) => `This comes back to you on ${until}.`,
  goOn: (host) => `Go on to ${host}`,
  closes: "The matter is closed: no more reminders.",
  told: (names) => `${names} will be told.`,
  others: (n) => (n === 1 ? "1 other" : `${n} others`),
  confirmation: "You will get a confirmation.",
  hasAnswer: (sender) => `${sender} has your answer.`,
  staysOpen: "It stays open until it is done.",
  quietUntil: "Until then no reminders are sent about it.",
};
