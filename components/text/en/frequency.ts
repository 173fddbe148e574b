export const frequency = {
  title: "Frequency",
  lead: "How much one person gets over all workflows. What is too much waits and then leaves as one message; nothing is dropped.",
  together: "All channels together",
  byChannel: "By channel",
  byChannelLead: "These hold beside the limits above. In-app messages count only here.",
  perDay: "Messages in 24 hours",
  perDayHint: "At any moment, looking back 24 hours.",
  perWeek: "Messages in 7 days",
  perWeekHint: "At any moment, looking back 7 days.",
  gapMinutes: "Minutes between two messages",
  gapMinutesHint: "1440 is a day.",
  helpers: "People who are called in",
  helpersLead:
    "The first message to a helper on a channel leaves at once. What follows within these minutes, by email, SMS or push, leaves as one list, the most urgent first. The time to acknowledge runs from the escalation all the same.",
  helperGap: "Minutes between two messages to a helper",
  helperGapHint: "0: each message by itself. Nothing: {usual}.",
  helperGapWrong: "A whole number from 0 to {max}, or nothing for {usual}",
  perDayOn: "{channel}, in 24 hours",
  perWeekOn: "{channel}, in 7 days",
  waiting:
    "<link>{n, plural, one {# message} other {# messages}}</link> {n, plural, one {waits} other {wait}}{known, select, yes {; the next is looked at {moment}} other {}}.",
  limited: "The workspace limits how often a person is written to.",
  togetherTitle: "Left in one message",
  carries:
    "This message carried {n, plural, one {another one} other {# others}} to the same person:",
  carriedBy: "It left in one message with others: <link>{title}</link>.",
  none: "No limit",
  wrong: "A whole number from 1 to {max}, or nothing for no limit",
  always:
    "What is due within a day or overdue leaves at once, and so do endings, required topics, transactional stages, and messages to people on duty. Among what waits, the most urgent leaves first.",
} as const;
