import { DANA, happens, KENJI, MARIA, sent, story, unsent } from "./scenario";

const CASE = { startAt: "2026-03-02T15:00:00Z" };

/** A visit on a Monday. The hour of the invitation is left open: the split decides it. */
export const surveyScenarios = [
  story({
    key: "happy-path",
    name: "Happy path",
    person: MARIA,
    ...CASE,
    behaviours: [happens("survey.submitted", "P2D")],
    messages: [sent("invite", "email"), sent("thanks", "in_app")],
    end: "resolved",
  }),
  story({
    key: "answers-unasked",
    name: "Answers before being asked",
    person: KENJI,
    ...CASE,
    behaviours: [happens("survey.submitted", "PT1H")],
    messages: [sent("thanks", "in_app")],
    end: "resolved",
  }),
  story({
    key: "late-responder",
    name: "Late responder",
    person: DANA,
    ...CASE,
    behaviours: [happens("survey.submitted", "P6D")],
    messages: [
      sent("invite", "email"),
      sent("remind", "email", "2026-03-06T10:00"),
      sent("thanks", "in_app"),
    ],
    end: "resolved",
  }),
  story({
    key: "unsubscribes",
    name: "Unsubscribes after the invitation",
    person: MARIA,
    ...CASE,
    behaviours: [{ do: "unsubscribe", at: { message: 1, after: "PT1H" } }],
    messages: [sent("invite", "email"), unsent("remind", "email")],
    end: "expired",
  }),
  story({
    key: "never-responds",
    name: "Never responds",
    person: KENJI,
    ...CASE,
    behaviours: [],
    messages: [sent("invite", "email"), sent("remind", "email", "2026-03-07T10:00")],
    end: "expired",
  }),
];
