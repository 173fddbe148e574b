import type { UnsubscribeWords } from "../types/unsubscribe";

export const unsubscribe: UnsubscribeWords = {
  title: (topic) => `Stop ${topic} emails?`,
  lead: (address) => `Emails about this topic to ${address} stop at once.`,
  leadPlain: "Emails about this topic stop at once.",
  stop: "Stop these",
  stopAll: "Stop everything optional",
  choose: "Choose what you get instead",
  off: (topic) => `${topic} emails are off`,
  offText: "This holds from now on, also for messages that are waiting to be sent.",
  duty: "What you get because of your role still comes, such as a message that somebody needs your help.",
  allOff: "Everything optional is off",
  allOffText: "This holds from now on, on every channel.",
  stillRequired: (topics) => `Still sent, because it is required: ${topics}.`,
  required: (topic) => `${topic} emails cannot be switched off`,
  requiredText: (sender) =>
    `${sender} marks this topic as required, so these messages are sent to everyone they concern. Nothing was changed.`,
  noTopic: "This message cannot be switched off",
  noTopicText: (sender) =>
    `It belongs to no topic that ${sender} lets you choose. Nothing was changed.`,
  contact: (address) => `If you think you should not get it, write to ${address}.`,
  lessOften: "Less often instead",
  rate: {
    daily: "At most one message a day",
    weekly: "At most one message a week",
    last_reminder: "Only the last reminder",
  },
  less: (topic) => `${topic} comes less often`,
  lessText: {
    daily: "From now on: at most one message a day.",
    weekly: "From now on: at most one message a week.",
    last_reminder: "From now on: only the last reminder.",
  },
  undo: "Undo",
  undone: "Undone",
  undoneText: (topics) => `It is as it was before: ${topics}.`,
  why: "Why? You do not have to say.",
  reason: {
    too_many: "Too many messages",
    not_for_me: "Not meant for me",
    unclear: "I do not know what this is",
    elsewhere: "I see it elsewhere",
  },
  thanks: "Thank you, noted.",
  oneClick: (topic) => `${topic} emails are off.`,
};
