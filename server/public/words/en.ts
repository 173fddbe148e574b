import type { PublicWords } from "./words";

const by = (name: string | null) => (name === null ? "" : ` by ${name}`);
const on = (at: string | null) => (at === null ? "" : ` on ${at}`);

export const en: PublicWords = {
  problem: {
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
    broken: {
      title: "This did not work",
      text: "The fault is on our side, and nothing was changed. Try again in a few minutes.",
    },
  },
  action: {
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
  },
  result: {
    title: {
      complete: "Done",
      link: "One moment",
      choice: "Answer received",
      reply: "Reply received",
      snooze: "Put off",
      acknowledge: "You are on it",
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
  },
  stale: {
    title: {
      resolved: "Already done",
      expired: "This has ended",
      canceled: "No longer needed",
      acknowledged: "Somebody is on it",
      escalated: "Passed on",
    },
    closed: {
      resolved: (name, at) => `Resolved${by(name)}${on(at)}.`,
      expired: (_name, at) => `It ended without an answer${on(at)}.`,
      canceled: (name, at) => `Canceled${by(name)}${on(at)}.`,
    },
    acknowledged: (name, at) => `${name} took this on at ${at}.`,
    escalated: (to, at) => `Already escalated${to === null ? "" : ` to ${to}`}${on(at)}.`,
    unchanged: "Nothing was changed; there is nothing more for you to do.",
    you: "you",
    bySystem: (sender) => `${sender}’s system`,
  },
  unsubscribe: {
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
    oneClick: (topic) => `${topic} emails are off.`,
  },
  preferences: {
    title: (sender) => `What you get from ${sender}`,
    lead: (address) => `Messages to ${address}.`,
    channel: { email: "Email", sms: "SMS", push: "Push", in_app: "In the app" },
    noAddress: {
      email: "No address on file",
      sms: "No phone number on file",
      push: "No device connected",
      in_app: "Not available",
    },
    locked: (channels) => `Required, so it cannot be switched off. Comes by: ${channels}.`,
    save: "Save",
    stopAll: "Stop everything optional",
    none: "There is nothing to choose yet.",
    saved: "Saved.",
    unchanged: "Nothing was different, so nothing was changed.",
    change: (topic, turnedOn, turnedOff) =>
      `${topic}: ${[
        ...(turnedOn.length > 0 ? [`${turnedOn.join(", ")} on`] : []),
        ...(turnedOff.length > 0 ? [`${turnedOff.join(", ")} off`] : []),
      ].join("; ")}.`,
    reachFirst: "How do you want to be reached first?",
    reachHint: "Where a message can come in several ways, this one is tried first.",
    noneFirst: (sender) => `As ${sender} chooses`,
    nowFirst: (channel) =>
      channel === null ? "No way goes first any more." : `Reached first by: ${channel}.`,
  },
};
