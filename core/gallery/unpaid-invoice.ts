import { dataSchema, exampleOf, starter } from "./starter";
import { unpaidInvoiceContent } from "./unpaid-invoice-content";
import { unpaidInvoiceScenarios } from "./unpaid-invoice-scenarios";

const FIELDS = {
  id: { type: "string", title: "Your id of the invoice", example: "2041" },
  number: { type: "string", title: "Number people know it by", example: "2041" },
  amount: { type: "number", title: "Amount", example: 1280 },
  currency: { type: "string", title: "Currency, three letters", example: "EUR" },
  due_date: { type: "string", title: "Due date", example: "2026-09-30" },
  url: { type: "string", title: "Where it is paid", example: "https://pay.example.com/i/2041" },
} as const;

const KEY = "invoice:{{ data.id }}";

export const unpaidInvoice = starter({
  number: 2,
  key: "unpaid-invoice",
  name: "Unpaid invoice",
  sentence:
    "Reminds a customer before, on and after the due date, then brings in billing and finance, until the invoice is paid.",
  definition: {
    schema: 1,
    purpose: "reminder",
    topic: "billing-reminders",
    start: { event: "invoice.created", where: "data.amount > 0" },
    subject: "Invoice {{ data.number }}",
    key: KEY,
    due: { from: "data.due_date" },
    data: dataSchema(FIELDS, ["id", "number", "amount", "currency"]),
    stopsWhen: [
      { event: "invoice.paid", key: KEY },
      // biome-ignore lint/suspicious/noThenProperty: the document's own word, fixed by the contract
      { event: "promise_to_pay", key: KEY, then: "snooze", until: "data.until" },
      { action: "paid" },
    ],
    stages: [
      {
        id: "initial",
        name: "Initial",
        steps: [
          {
            id: "first",
            kind: "send",
            channels: [{ email: "invoice-first" }, { in_app: "invoice-first-app" }],
          },
        ],
      },
      {
        id: "reminder",
        name: "Reminder",
        steps: [
          {
            id: "before",
            kind: "wait",
            until: { due: { businessDays: -3 } },
            at: "09:00",
            zone: "person",
            days: "business",
            ifPassed: "skip",
          },
          { id: "remind", kind: "send", channels: [{ email: "invoice-reminder" }] },
        ],
      },
      {
        id: "due",
        name: "Due day",
        steps: [
          {
            id: "due-day",
            kind: "wait",
            until: { due: "PT0S" },
            at: "09:00",
            zone: "person",
            ifPassed: "skip",
          },
          {
            id: "due-notice",
            kind: "send",
            channels: [{ email: "invoice-due" }],
            fallback: { sms: "invoice-due-sms", after: "PT4H", unless: "opened" },
          },
        ],
      },
      {
        id: "final",
        name: "Final reminder",
        steps: [
          {
            id: "grace",
            kind: "wait",
            until: { due: "P3D" },
            at: "09:00",
            zone: "person",
            days: "business",
            ifPassed: "send_now",
          },
          {
            id: "final-notice",
            kind: "send",
            channels: [{ email: "invoice-final" }, { in_app: "invoice-final-app" }],
          },
        ],
      },
      {
        id: "escalation",
        name: "Escalation",
        steps: [
          { id: "last-wait", kind: "wait_for_response", for: "P7D", from: "due" },
          {
            id: "escalate",
            kind: "escalate",
            policy: "unpaid-invoices",
            priority: "high",
            tell: [{ email: "invoice-told" }],
          },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "thanks", kind: "send", to: "person", channels: [{ email: "invoice-thanks" }] },
        { id: "settled", kind: "send", to: "involved", channels: [{ in_app: "invoice-closed" }] },
      ],
    },
    expiry: {
      steps: [
        {
          id: "unsettled",
          kind: "send",
          to: { team: "billing", role: "lead" },
          channels: [{ in_app: "invoice-expired" }],
        },
      ],
      after: "P30D",
    },
    limits: { messagesMax: 40, daysMax: 180 },
  },
  templates: unpaidInvoiceContent,
  topics: [
    {
      key: "billing-reminders",
      name: "Billing reminders",
      description: "Invoices that are due, and what was agreed about them.",
      required: false,
      defaultChannels: ["email", "sms", "in_app"],
    },
  ],
  policies: [
    {
      key: "unpaid-invoices",
      name: "Unpaid invoices: billing, then finance",
      levels: [
        {
          targets: [{ team: "billing", role: "lead" }],
          channels: [{ email: "invoice-escalated" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
        {
          targets: [{ team: "finance", role: "lead" }],
          channels: [{ email: "invoice-escalated" }],
          acknowledgeWithin: "PT16H",
          clock: "working_hours",
        },
      ],
    },
  ],
  teams: [
    { key: "billing", name: "Billing", role: "Its lead decides first." },
    { key: "finance", name: "Finance", role: "Its lead is the next level." },
  ],
  rotas: [],
  example: { event: "invoice.created", data: exampleOf(FIELDS) },
  scenarios: unpaidInvoiceScenarios,
});
