import type { ActionWords } from "../types/action";

export const action: ActionWords = {
  due: "Due",
  reference: "Reference",
  nothingYet: (sender) => `Nothing has happened yet. Pressing the button tells ${sender}.`,
  opens: (host) => `Opens ${host}.`,
  sendAnswer: "Send answer",
  sendReply: "Send reply",
  replyLimit: (chars) => `Up to ${chars.toLocaleString("en")} characters.`,
  remindThen: "Remind me then",
  tomorrow: "Tomorrow",
  nextWeek: "Next week",
  onDate: "On another day",
  dateHint: (time, city) => `At ${time}, ${city} time.`,
  chooseOne: "Choose one of the answers.",
  writeSomething: "Write a few words first.",
  replyTooLong: (chars) => `Write ${chars.toLocaleString("en")} characters at most.`,
  dateNeeded: (days) => `Choose a day from tomorrow on, at most ${days} days ahead.`,
  viewMessage: "View the message",
  settings: "Message settings",
};
