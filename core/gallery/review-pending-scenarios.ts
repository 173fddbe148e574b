import { acknowledges, DANA, happens, KENJI, MARIA, presses, sent, story } from "./scenario";

const CASE = { startAt: "2026-03-02T09:00:00Z", dueAt: "2026-03-12" };

/** A review asked for on a Monday, due on the Thursday of the week after. */
export const reviewPendingScenarios = [
  story({
    key: "happy-path",
    name: "Happy path",
    person: MARIA,
    ...CASE,
    behaviours: [happens("review.submitted", "P1D")],
    messages: [
      sent("request", "in_app", "2026-03-02T10:00"),
      sent("request", "email", "2026-03-02T10:00"),
      sent("thanks", "in_app"),
    ],
    end: "resolved",
  }),
  story({
    key: "late-responder",
    name: "Late responder",
    person: KENJI,
    ...CASE,
    behaviours: [presses("reviewed", { message: 4, after: "PT3H" })],
    messages: [
      sent("request", "in_app", "2026-03-02T18:00"),
      sent("request", "email", "2026-03-02T18:00"),
      sent("nudge", "in_app", "2026-03-09T21:00"),
      sent("last-call", "email", "2026-03-11T09:00"),
      sent("thanks", "in_app"),
    ],
    end: "resolved",
  }),
  story({
    key: "asked-late",
    name: "Asked for on the last day",
    person: MARIA,
    startAt: "2026-03-12T09:00:00Z",
    dueAt: "2026-03-12",
    behaviours: [presses("reviewed", { after: "PT4H" })],
    messages: [
      sent("request", "in_app", "2026-03-12T10:00"),
      sent("request", "email", "2026-03-12T10:00"),
      sent("thanks", "in_app"),
    ],
    end: "resolved",
  }),
  story({
    key: "due-date-moves",
    name: "Due date moves",
    person: DANA,
    ...CASE,
    behaviours: [
      { do: "move_due", dueAt: "2026-03-19", at: { after: "P1D" } },
      happens("review.submitted", "P16DT6H"),
    ],
    messages: [
      sent("request", "in_app", "2026-03-02T04:00"),
      sent("request", "email", "2026-03-02T04:00"),
      sent("nudge", "in_app", "2026-03-11T02:30"),
      sent("last-call", "email", "2026-03-18T09:00"),
      sent("thanks", "in_app"),
    ],
    end: "resolved",
  }),
  story({
    key: "another-reviewer-helps",
    name: "Another reviewer helps",
    person: KENJI,
    ...CASE,
    behaviours: [acknowledges(2, "PT1H"), happens("review.submitted", "P14D")],
    messages: [
      sent("request", "in_app", "2026-03-02T18:00"),
      sent("request", "email", "2026-03-02T18:00"),
      sent("nudge", "in_app", "2026-03-09T21:00"),
      sent("last-call", "email", "2026-03-11T09:00"),
      sent("escalate", "in_app"),
      sent("thanks", "in_app"),
    ],
    end: "resolved",
  }),
  story({
    key: "no-supervisor-reacts",
    name: "No supervisor reacts",
    person: MARIA,
    ...CASE,
    behaviours: [],
    messages: [
      sent("request", "in_app", "2026-03-02T10:00"),
      sent("request", "email", "2026-03-02T10:00"),
      sent("nudge", "in_app", "2026-03-09T17:00"),
      sent("last-call", "email", "2026-03-11T09:00"),
      sent("escalate", "in_app"),
    ],
    end: "expired",
  }),
];
