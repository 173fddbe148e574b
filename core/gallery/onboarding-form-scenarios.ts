import { acknowledges, DANA, happens, KENJI, MARIA, sent, story, unsent } from "./scenario";

const CASE = { startAt: "2026-03-02T12:20:00Z" };

/** A form that was begun on a Monday and left. */
export const onboardingFormScenarios = [
  story({
    key: "happy-path",
    name: "Happy path",
    person: MARIA,
    ...CASE,
    behaviours: [happens("form.submitted", "P1D")],
    messages: [
      sent("nudge", "in_app", "2026-03-02T17:20"),
      sent("missing-section", "email", "2026-03-03T09:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "at-once",
    name: "Finishes the same hour",
    person: KENJI,
    ...CASE,
    behaviours: [happens("form.submitted", "PT40M")],
    messages: [sent("thanks", "email")],
    end: "resolved",
  }),
  story({
    key: "late-responder",
    name: "Late responder",
    person: DANA,
    ...CASE,
    behaviours: [happens("form.submitted", "P6DT4H")],
    messages: [
      sent("nudge", "in_app", "2026-03-02T11:20"),
      sent("missing-section", "email", "2026-03-03T09:00"),
      sent("remind", "email", "2026-03-05T09:00"),
      sent("last-call", "sms", "2026-03-08T10:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "opted-out-of-sms",
    name: "Opted out of SMS",
    person: { ...MARIA, channelsOff: ["sms"] },
    ...CASE,
    behaviours: [happens("form.submitted", "P7D")],
    messages: [
      sent("nudge", "in_app", "2026-03-02T17:20"),
      sent("missing-section", "email", "2026-03-03T09:00"),
      sent("remind", "email", "2026-03-05T09:00"),
      unsent("last-call", "sms"),
      sent("last-call", "email", "2026-03-08T10:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "puts-it-off",
    name: "Puts it off for a few days",
    person: KENJI,
    ...CASE,
    behaviours: [
      { do: "action", action: "later", for: "P3D", at: { message: 2, after: "PT1H" } },
      happens("form.submitted", "P6DT2H"),
    ],
    messages: [
      sent("nudge", "in_app", "2026-03-03T01:20"),
      sent("missing-section", "email", "2026-03-03T09:00"),
      sent("remind", "email", "2026-03-06T10:00"),
      sent("last-call", "sms", "2026-03-08T10:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "team-calls",
    name: "The team calls",
    person: MARIA,
    ...CASE,
    behaviours: [acknowledges(1, "PT1H"), happens("form.submitted", "P9D")],
    messages: [
      sent("nudge", "in_app", "2026-03-02T17:20"),
      sent("missing-section", "email", "2026-03-03T09:00"),
      sent("remind", "email", "2026-03-05T09:00"),
      sent("last-call", "sms", "2026-03-08T10:00"),
      sent("call-task", "email"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "no-supervisor-reacts",
    name: "Nobody calls",
    person: DANA,
    ...CASE,
    behaviours: [],
    messages: [
      sent("nudge", "in_app", "2026-03-02T11:20"),
      sent("missing-section", "email", "2026-03-03T09:00"),
      sent("remind", "email", "2026-03-05T09:00"),
      sent("last-call", "sms", "2026-03-08T10:00"),
      sent("call-task", "email"),
    ],
    end: "expired",
  }),
];
