import { reviewPendingContent } from "./review-pending-content";
import { reviewPendingScenarios } from "./review-pending-scenarios";
import { dataSchema, exampleOf, starter } from "./starter";

const FIELDS = {
  id: { type: "string", title: "Your id of the review", example: "r_512" },
  title: { type: "string", title: "What is to be reviewed", example: "Pricing page, third draft" },
  requested_by: { type: "string", title: "Who asks", example: "Priya Nair" },
  minutes: { type: "number", title: "How long it takes", example: 15 },
  due_at: { type: "string", title: "Due moment or date", example: "2026-09-30" },
  url: { type: "string", title: "Where it is", example: "https://docs.example.com/r/512" },
} as const;

const KEY = "review:{{ data.id }}";

export const reviewPending = starter({
  number: 4,
  key: "review-pending",
  name: "Review pending",
  sentence:
    "Reminds a reviewer when half of the time is over and a day before, then asks their manager and another reviewer to help.",
  definition: {
    schema: 1,
    purpose: "reminder",
    topic: "reviews",
    start: { event: "review.requested" },
    subject: "Review: {{ data.title }}",
    key: KEY,
    due: { from: "data.due_at" },
    data: dataSchema(FIELDS, ["id", "title", "requested_by", "url"]),
    stopsWhen: [{ event: "review.submitted", key: KEY }, { action: "reviewed" }],
    stages: [
      {
        id: "initial",
        name: "Request",
        steps: [
          {
            id: "request",
            kind: "send",
            channels: [{ in_app: "review-request-app" }, { email: "review-request" }],
          },
        ],
      },
      {
        id: "halfway",
        name: "Halfway",
        steps: [
          { id: "half-time", kind: "wait", until: { opened: { fraction: 0.5 } }, days: "business" },
          { id: "nudge", kind: "send", channels: [{ in_app: "review-halfway" }] },
        ],
      },
      {
        id: "last-day",
        name: "Last reminder",
        steps: [
          {
            id: "day-before",
            kind: "wait",
            until: { due: { businessDays: -1 } },
            at: "09:00",
            zone: "person",
            ifPassed: "skip",
          },
          { id: "last-call", kind: "send", channels: [{ email: "review-last-day" }] },
        ],
      },
      {
        id: "escalation",
        name: "Escalation",
        steps: [
          { id: "until-due", kind: "wait", until: { due: "PT0S" }, ifPassed: "send_now" },
          {
            id: "escalate",
            kind: "escalate",
            policy: "overdue-reviews",
            priority: "high",
            tell: [{ in_app: "review-told" }],
          },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "thanks", kind: "send", to: "person", channels: [{ in_app: "review-thanks" }] },
        { id: "done", kind: "send", to: "involved", channels: [{ email: "review-done" }] },
      ],
    },
    expiry: {
      steps: [
        {
          id: "not-reviewed",
          kind: "send",
          to: { team: "product", role: "lead" },
          channels: [{ email: "review-expired" }],
        },
      ],
      after: "P7D",
    },
    limits: { messagesMax: 20, daysMax: 60 },
  },
  templates: reviewPendingContent,
  topics: [
    {
      key: "reviews",
      name: "Reviews and approvals",
      description: "What waits for your review, and until when.",
      required: false,
      defaultChannels: ["email", "in_app"],
    },
  ],
  policies: [
    {
      key: "overdue-reviews",
      name: "Overdue reviews: manager, then another reviewer",
      levels: [
        {
          targets: [{ manager: "person" }],
          channels: [{ email: "review-escalated" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
        {
          targets: [{ team: "product", role: "lead" }],
          channels: [{ email: "review-escalated" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
      ],
    },
  ],
  teams: [{ key: "product", name: "Product", role: "Its lead finds another reviewer." }],
  rotas: [],
  example: { event: "review.requested", data: exampleOf(FIELDS) },
  scenarios: reviewPendingScenarios,
});
