export const live = {
  live: "Live",
  connecting: "Connecting…",
  reconnecting: "Reconnecting…",
  polling: "Every {n} s",
  paused: "Paused",
  lastUpdate: "last update {time}",
  pause: "· Pause live updates",
  resume: "· Resume live updates",
  cases:
    "{what, select, many {Many cases changed.} created {{created, plural, one {# new case.} other {# new cases.}}} updated {{updated, plural, one {# case updated.} other {# cases updated.}}} other {{updated, plural, one {# case updated} other {# cases updated}}, {created, number} new.}}",
  messages:
    "{what, select, many {Many messages changed.} created {{created, plural, one {# new message.} other {# new messages.}}} updated {{updated, plural, one {# message updated.} other {# messages updated.}}} other {{updated, plural, one {# message updated} other {# messages updated}}, {created, number} new.}}",
  events:
    "{what, select, many {Many events arrived.} other {{created, plural, one {# new event.} other {# new events.}}}}",
  drafts:
    "{what, select, many {Many drafts changed.} other {{updated, plural, one {# draft changed.} other {# drafts changed.}}}}",
} as const;
