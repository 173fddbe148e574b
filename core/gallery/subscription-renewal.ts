import { dataSchema, exampleOf, starter } from "./starter";
import { subscriptionRenewalContent } from "./subscription-renewal-content";
import { subscriptionRenewalScenarios } from "./subscription-renewal-scenarios";

const FIELDS = {
  id: { type: "string", title: "Your id of the subscription", example: "sub_318" },
  plan: { type: "string", title: "Plan", example: "Team" },
  seats: { type: "number", title: "Seats", example: 25 },
  amount: { type: "number", title: "Price of the next term", example: 4500 },
  currency: { type: "string", title: "Currency, three letters", example: "EUR" },
  renews_on: { type: "string", title: "Renewal date", example: "2026-09-30" },
  url: {
    type: "string",
    title: "Where the plan is managed",
    example: "https://acme.example.com/plan",
  },
} as const;

const KEY = "subscription:{{ data.id }}";

export const subscriptionRenewal = starter({
  number: 1,
  key: "subscription-renewal",
  name: "Subscription renewal",
  sentence:
    "Announces a renewal a month ahead, reminds a week and a day before, and asks customer success to call when nobody decides.",
  definition: {
    schema: 1,
    purpose: "reminder",
    topic: "account-renewals",
    start: { event: "subscription.renewal_upcoming" },
    subject: "Renewal of {{ data.plan }}",
    key: KEY,
    due: { from: "data.renews_on" },
    data: dataSchema(FIELDS, ["id", "plan", "renews_on"]),
    stopsWhen: [
      { event: "subscription.renewed", key: KEY },
      { event: "cancel.confirmed", key: KEY },
      { action: "renew" },
    ],
    stages: [
      {
        id: "early",
        name: "Early notice",
        steps: [
          {
            id: "month-before",
            kind: "wait",
            until: { due: "-P30D" },
            at: "09:00",
            zone: "person",
            ifPassed: "send_now",
          },
          { id: "announce", kind: "send", channels: [{ email: "renewal-early" }] },
        ],
      },
      {
        id: "week",
        name: "One week before",
        steps: [
          {
            id: "week-before",
            kind: "wait",
            until: { due: "-P7D" },
            at: "09:00",
            zone: "person",
            days: "business",
            ifPassed: "skip",
          },
          {
            id: "remind",
            kind: "send",
            channels: [{ email: "renewal-week" }, { in_app: "renewal-week-app" }],
          },
        ],
      },
      {
        id: "day",
        name: "Last day",
        steps: [
          {
            id: "day-before",
            kind: "wait",
            until: { due: "-P1D" },
            at: "10:00",
            zone: "person",
            ifPassed: "skip",
          },
          {
            id: "last-call",
            kind: "send",
            anyOf: [
              { push: "renewal-tomorrow-push" },
              { sms: "renewal-tomorrow-sms" },
              { email: "renewal-week" },
            ],
          },
        ],
      },
      {
        id: "escalation",
        name: "Escalation",
        steps: [
          { id: "two-days", kind: "wait_for_response", for: "P2D", from: "due" },
          {
            id: "escalate",
            kind: "escalate",
            policy: "renewals-at-risk",
            priority: "high",
            tell: [{ email: "renewal-told" }],
          },
        ],
      },
    ],
    resolution: {
      steps: [
        {
          id: "which-end",
          kind: "branch",
          paths: [
            {
              name: "Canceled by the customer",
              when: "case.answer == 'cancel.confirmed'",
              steps: [
                {
                  id: "goodbye",
                  kind: "send",
                  to: "person",
                  channels: [{ email: "renewal-goodbye" }],
                },
              ],
            },
          ],
          otherwise: [
            { id: "thanks", kind: "send", to: "person", channels: [{ email: "renewal-thanks" }] },
          ],
        },
        { id: "closed", kind: "send", to: "involved", channels: [{ in_app: "renewal-closed" }] },
      ],
    },
    expiry: {
      steps: [
        {
          id: "lapsed",
          kind: "send",
          to: { team: "customer-success", role: "lead" },
          channels: [{ in_app: "renewal-lapsed" }],
        },
      ],
      after: "P14D",
    },
    limits: { messagesMax: 30, daysMax: 180 },
  },
  templates: subscriptionRenewalContent,
  topics: [
    {
      key: "account-renewals",
      name: "Account and renewals",
      description: "When a plan ends, what the next term costs, and what is to be decided.",
      required: false,
      defaultChannels: ["email", "sms", "push", "in_app"],
    },
  ],
  policies: [
    {
      key: "renewals-at-risk",
      name: "Renewals at risk: customer success",
      levels: [
        {
          targets: [{ team: "customer-success", role: "lead" }],
          channels: [{ email: "renewal-at-risk" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
        {
          targets: [{ team: "customer-success", role: "members" }],
          channels: [{ email: "renewal-at-risk" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
      ],
      fallback: { manager: "owner" },
    },
  ],
  teams: [
    {
      key: "customer-success",
      name: "Customer success",
      role: "Its lead calls first, then its members.",
    },
  ],
  rotas: [],
  example: { event: "subscription.renewal_upcoming", data: exampleOf(FIELDS) },
  scenarios: subscriptionRenewalScenarios,
});
