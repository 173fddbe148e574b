import { dataSchema, exampleOf, starter } from "./starter";
import { supportTicketContent } from "./support-ticket-content";
import { supportTicketScenarios } from "./support-ticket-scenarios";

const FIELDS = {
  id: { type: "string", title: "Your id of the ticket", example: "t_7731" },
  number: { type: "string", title: "Number people know it by", example: "7731" },
  title: { type: "string", title: "What it is about", example: "Export stops at 10,000 rows" },
  question: {
    type: "string",
    title: "What you need to know",
    example: "Which browser do you use?",
  },
  agent: { type: "string", title: "Who asks", example: "Jonas" },
  priority: { type: "string", title: "low, normal or high", example: "normal" },
} as const;

const KEY = "ticket:{{ data.id }}";

export const supportTicket = starter({
  number: 3,
  key: "support-ticket",
  name: "Support ticket waiting on customer",
  sentence:
    "Asks a customer for the answer a ticket waits for, says when it will be closed, and involves the team lead if it matters.",
  definition: {
    schema: 1,
    purpose: "reminder",
    topic: "support-updates",
    start: { event: "ticket.pending_customer" },
    subject: "Ticket {{ data.number }}: {{ data.title }}",
    key: KEY,
    due: { after: { businessDays: 5 } },
    data: dataSchema(FIELDS, ["id", "number", "title", "question"]),
    stopsWhen: [
      { reply: true },
      { event: "ticket.customer_replied", key: KEY },
      { action: "solved" },
    ],
    stages: [
      {
        id: "initial",
        name: "Question",
        steps: [
          {
            id: "ask",
            kind: "send",
            channels: [{ in_app: "ticket-question-app" }, { email: "ticket-question" }],
          },
        ],
      },
      {
        id: "reminder",
        name: "Reminder",
        steps: [
          { id: "two-days", kind: "wait", for: { businessDays: 2 }, at: "10:00", zone: "person" },
          { id: "remind", kind: "send", channels: [{ email: "ticket-reminder" }] },
        ],
      },
      {
        id: "closing",
        name: "Closing",
        steps: [
          { id: "two-more", kind: "wait_for_response", for: { businessDays: 2 } },
          {
            id: "does-it-matter",
            kind: "branch",
            paths: [
              {
                name: "High priority",
                when: "data.priority == 'high'",
                steps: [
                  {
                    id: "escalate",
                    kind: "escalate",
                    policy: "stuck-tickets",
                    priority: "high",
                    tell: [{ in_app: "ticket-told" }],
                  },
                ],
              },
            ],
            otherwise: [
              { id: "announce-close", kind: "send", channels: [{ email: "ticket-closing" }] },
              { id: "until-due", kind: "wait_for_response", for: "PT1H", from: "due" },
              {
                id: "close",
                kind: "close",
                outcome: "expired",
                note: "No answer from the customer",
              },
            ],
          },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "thanks", kind: "send", to: "person", channels: [{ email: "ticket-thanks" }] },
        { id: "answered", kind: "send", to: "involved", channels: [{ in_app: "ticket-answered" }] },
      ],
    },
    expiry: {
      steps: [{ id: "closed", kind: "send", to: "person", channels: [{ email: "ticket-closed" }] }],
    },
    limits: { messagesMax: 20, daysMax: 90 },
  },
  templates: supportTicketContent,
  topics: [
    {
      key: "support-updates",
      name: "Support",
      description: "Questions and news about tickets.",
      required: false,
      defaultChannels: ["email", "in_app"],
    },
  ],
  policies: [
    {
      key: "stuck-tickets",
      name: "Stuck tickets: support lead",
      levels: [
        {
          targets: [{ team: "support", role: "lead" }],
          channels: [{ email: "ticket-stuck" }],
          acknowledgeWithin: "PT4H",
          clock: "working_hours",
        },
      ],
      fallback: { team: "support", role: "members" },
    },
  ],
  teams: [{ key: "support", name: "Support", role: "Its lead is told of stuck tickets." }],
  rotas: [],
  example: { event: "ticket.pending_customer", data: exampleOf(FIELDS) },
  scenarios: supportTicketScenarios,
});
