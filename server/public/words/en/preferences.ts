import type { PreferencesWords } from "../types/preferences";

export const preferences: PreferencesWords = {
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
};
