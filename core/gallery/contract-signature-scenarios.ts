import { acknowledges, DANA, happens, KENJI, MARIA, opens, sent, story, unsent } from "./scenario";

const CASE = { startAt: "2026-03-02T09:00:00Z", dueAt: "2026-03-20" };
const VIEWED = { "ask-service": { ok: true, answer: { status: 200, body: { viewed: true } } } };
const SILENT = { "ask-service": { ok: false, answer: null } };

/** A contract sent on 2 March, to be signed by 20 March. */
export const contractSignatureScenarios = [
  story({
    key: "happy-path",
    name: "Happy path",
    person: MARIA,
    ...CASE,
    behaviours: [happens("contract.signed", "PT5H")],
    messages: [sent("request", "email", "2026-03-02T10:00"), sent("thanks", "email")],
    end: "resolved",
  }),
  story({
    key: "viewed-then-signed",
    name: "Viewed, then signed",
    person: KENJI,
    ...CASE,
    calls: VIEWED,
    behaviours: [happens("contract.signed", "P3D")],
    messages: [
      sent("request", "email", "2026-03-02T18:00"),
      sent("any-question", "email", "2026-03-03T09:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "pressed-the-button",
    name: "Pressed our button, the service is silent",
    person: DANA,
    ...CASE,
    calls: SILENT,
    behaviours: [
      { do: "click", at: { message: 1, after: "PT2H" } },
      happens("contract.signed", "P3D"),
    ],
    messages: [
      sent("request", "email", "2026-03-02T04:00"),
      sent("any-question", "email", "2026-03-03T09:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "never-opens",
    name: "Never opens, signs on the last day",
    person: MARIA,
    ...CASE,
    behaviours: [happens("contract.signed", "P18DT6H")],
    messages: [
      sent("request", "email", "2026-03-02T10:00"),
      sent("not-viewed", "email", "2026-03-04T09:00"),
      sent("remind", "email", "2026-03-17T09:00"),
      sent("last-call", "email", "2026-03-20T09:00"),
      sent("last-call", "sms", "2026-03-20T13:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "opens-the-last-call",
    name: "Opens the last call, never signs",
    person: KENJI,
    ...CASE,
    behaviours: [opens(4, "PT1H"), acknowledges(1, "PT2H")],
    messages: [
      sent("request", "email", "2026-03-02T18:00"),
      sent("not-viewed", "email", "2026-03-04T09:00"),
      sent("remind", "email", "2026-03-17T09:00"),
      sent("last-call", "email", "2026-03-20T09:00"),
      unsent("last-call", "sms", "skip.fallback_unneeded"),
      sent("escalate", "email"),
    ],
    end: "expired",
  }),
  story({
    key: "declines",
    name: "Declines",
    person: DANA,
    ...CASE,
    behaviours: [happens("contract.declined", "P5D")],
    messages: [
      sent("request", "email", "2026-03-02T04:00"),
      sent("not-viewed", "email", "2026-03-04T09:00"),
      sent("respected", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "due-date-moves",
    name: "The deadline moves",
    person: MARIA,
    ...CASE,
    calls: VIEWED,
    behaviours: [
      { do: "move_due", dueAt: "2026-03-27", at: { after: "P10D" } },
      happens("contract.signed", "P23D"),
    ],
    messages: [
      sent("request", "email", "2026-03-02T10:00"),
      sent("any-question", "email", "2026-03-03T09:00"),
      sent("remind", "email", "2026-03-24T09:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "no-supervisor-reacts",
    name: "No supervisor reacts",
    person: KENJI,
    ...CASE,
    behaviours: [],
    messages: [
      sent("request", "email", "2026-03-02T18:00"),
      sent("not-viewed", "email", "2026-03-04T09:00"),
      sent("remind", "email", "2026-03-17T09:00"),
      sent("last-call", "email", "2026-03-20T09:00"),
      sent("last-call", "sms", "2026-03-20T13:00"),
      sent("escalate", "email"),
    ],
    end: "expired",
  }),
];
