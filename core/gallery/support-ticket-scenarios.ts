import { acknowledges, DANA, KENJI, MARIA, presses, sent, story } from "./scenario";

const CASE = { startAt: "2026-03-02T09:00:00Z" };
const IMPORTANT = {
  id: "t_7731",
  number: "7731",
  title: "Export stops at 10,000 rows",
  question: "Which browser do you use?",
  agent: "Jonas",
  priority: "high",
};

/** A question asked on a Monday. */
export const supportTicketScenarios = [
  story({
    key: "happy-path",
    name: "Happy path",
    person: MARIA,
    ...CASE,
    behaviours: [{ do: "reply", text: "Firefox", at: { message: 2, after: "P1D" } }],
    messages: [
      sent("ask", "in_app", "2026-03-02T10:00"),
      sent("ask", "email", "2026-03-02T10:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "late-responder",
    name: "Late responder",
    person: KENJI,
    ...CASE,
    behaviours: [presses("solved", { message: 4, after: "PT2H" })],
    messages: [
      sent("ask", "in_app", "2026-03-02T18:00"),
      sent("ask", "email", "2026-03-02T18:00"),
      sent("remind", "email", "2026-03-05T10:00"),
      sent("announce-close", "email", "2026-03-09T10:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "never-responds",
    name: "Never responds",
    person: DANA,
    ...CASE,
    behaviours: [],
    messages: [
      sent("ask", "in_app", "2026-03-02T04:00"),
      sent("ask", "email", "2026-03-02T04:00"),
      sent("remind", "email", "2026-03-04T10:00"),
      sent("announce-close", "email", "2026-03-06T10:00"),
      sent("closed", "email"),
    ],
    end: "expired",
  }),
  story({
    key: "needs-time",
    name: "Needs more time",
    person: MARIA,
    ...CASE,
    behaviours: [
      { do: "action", action: "later", for: "P7D", at: { message: 2, after: "PT1H" } },
      { do: "reply", at: { after: "P8D" } },
    ],
    messages: [
      sent("ask", "in_app", "2026-03-02T10:00"),
      sent("ask", "email", "2026-03-02T10:00"),
      sent("remind", "email", "2026-03-09T11:00"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "high-priority",
    name: "High priority, the lead takes over",
    person: KENJI,
    ...CASE,
    data: IMPORTANT,
    behaviours: [acknowledges(1, "PT1H"), { do: "reply", at: { after: "P8D" } }],
    messages: [
      sent("ask", "in_app", "2026-03-02T18:00"),
      sent("ask", "email", "2026-03-02T18:00"),
      sent("remind", "email", "2026-03-05T10:00"),
      sent("escalate", "in_app"),
      sent("thanks", "email"),
    ],
    end: "resolved",
  }),
  story({
    key: "no-supervisor-reacts",
    name: "High priority, no supervisor reacts",
    person: DANA,
    ...CASE,
    data: IMPORTANT,
    behaviours: [],
    messages: [
      sent("ask", "in_app", "2026-03-02T04:00"),
      sent("ask", "email", "2026-03-02T04:00"),
      sent("remind", "email", "2026-03-04T10:00"),
      sent("escalate", "in_app"),
      sent("closed", "email"),
    ],
    end: "expired",
  }),
];
