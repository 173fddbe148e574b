import { Definition } from "./definition";

/** The invoice workflow of the documentation: the document most tests look at. */
export const exampleDefinition = (changes: Record<string, unknown> = {}): Definition =>
  Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "billing-reminders",
    start: { event: "invoice.created", where: "data.amount > 0" },
    person: "data.customer",
    subject: "Invoice {{ data.number }}",
    key: "invoice:{{ data.id }}",
    due: { from: "data.due_date" },
    data: {
      type: "object",
      properties: {
        id: { type: "string" },
        customer: { type: "string" },
        number: { type: "integer" },
        amount: { type: "number" },
        due_date: { type: "string", format: "date" },
      },
    },
    stopsWhen: [{ event: "invoice.paid", key: "invoice:{{ data.id }}" }, { action: "paid" }],
    stages: [
      {
        id: "initial",
        name: "Initial",
        steps: [
          {
            id: "s1",
            kind: "send",
            channels: [{ email: "invoice-initial" }, { in_app: "invoice-initial-inbox" }],
          },
        ],
      },
      {
        id: "reminder",
        name: "Reminder",
        steps: [
          {
            id: "w1",
            kind: "wait",
            until: { due: "-P2D" },
            at: "09:00",
            zone: "person",
            days: "business",
            ifPassed: "send_now",
          },
          {
            id: "s2",
            kind: "send",
            channels: [{ email: "invoice-reminder" }],
            fallback: { sms: "invoice-short", after: "PT4H", unless: "opened" },
          },
        ],
      },
      {
        id: "final",
        name: "Final reminder",
        steps: [
          { id: "w2", kind: "wait_for_response", for: "P3D", from: "due" },
          { id: "e1", kind: "escalate", policy: "billing-leads", priority: "high" },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "c1", kind: "send", to: "person", channels: [{ email: "invoice-thanks" }] },
        { id: "c2", kind: "send", to: "involved", channels: [{ in_app: "invoice-closed" }] },
      ],
    },
    limits: { messagesMax: 12, daysMax: 365 },
    ...changes,
  });
