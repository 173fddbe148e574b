import { orderShippedContent } from "./order-shipped-content";
import { orderShippedScenarios } from "./order-shipped-scenarios";
import { dataSchema, exampleOf, starter } from "./starter";

const FIELDS = {
  id: { type: "string", title: "Your id of the order", example: "o_5512" },
  number: { type: "string", title: "Number people know it by", example: "5512" },
  items: { type: "string", title: "What is in the parcel", example: "Two desk lamps" },
  carrier: { type: "string", title: "Who delivers it", example: "North Parcel" },
  estimated_delivery: { type: "string", title: "Expected delivery", example: "2026-09-30" },
  url: {
    type: "string",
    title: "Where the parcel is followed",
    example: "https://track.example.com/p/5512",
  },
} as const;

const KEY = "order:{{ data.id }}";

export const orderShipped = starter({
  number: 6,
  key: "order-shipped",
  name: "Order shipped, confirm receipt",
  sentence:
    "Tells a customer that the parcel is on its way and when it comes, asks whether it arrived, and sends logistics to look for it if not.",
  definition: {
    schema: 1,
    purpose: "status",
    topic: "orders",
    start: { event: "order.shipped" },
    subject: "Order {{ data.number }}",
    key: KEY,
    due: { from: "data.estimated_delivery" },
    data: dataSchema(FIELDS, ["id", "number", "items", "carrier", "url"]),
    stopsWhen: [{ event: "delivery.confirmed", key: KEY }, { action: "arrived" }],
    stages: [
      {
        id: "shipped",
        name: "Shipped",
        steps: [
          {
            id: "on-its-way",
            kind: "send",
            channels: [{ email: "order-on-its-way" }, { in_app: "order-on-its-way-app" }],
          },
        ],
      },
      {
        id: "delivery",
        name: "Out for delivery",
        steps: [
          {
            id: "leaves-depot",
            kind: "wait_for_response",
            for: "PT1H",
            from: "due",
            what: [{ event: "order.out_for_delivery" }],
            responded: [
              {
                id: "comes-today",
                kind: "send",
                anyOf: [{ push: "order-today-push" }, { sms: "order-today-sms" }],
              },
            ],
          },
        ],
      },
      {
        id: "receipt",
        name: "Did it arrive?",
        steps: [
          {
            id: "day-after",
            kind: "wait",
            until: { due: "P1D" },
            at: "10:00",
            zone: "person",
            ifPassed: "next",
          },
          {
            id: "ask",
            kind: "send",
            channels: [{ email: "order-arrived" }, { in_app: "order-arrived-app" }],
          },
          {
            id: "yes-or-no",
            kind: "wait_for_response",
            for: "P5D",
            what: [{ action: "missing" }],
            responded: [
              {
                id: "look-for-it",
                kind: "escalate",
                policy: "missing-parcels",
                priority: "high",
                tell: [{ email: "order-told" }],
              },
            ],
            noAnswer: [
              {
                id: "no-complaint",
                kind: "close",
                outcome: "expired",
                note: "Nobody said that it is missing",
              },
            ],
          },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "thanks", kind: "send", to: "person", channels: [{ in_app: "order-thanks" }] },
        { id: "found", kind: "send", to: "involved", channels: [{ in_app: "order-found" }] },
      ],
    },
    expiry: {
      steps: [
        {
          id: "was-it-missing",
          kind: "branch",
          paths: [
            {
              name: "Reported missing",
              when: "case.level > 0 || case.answer == 'missing'",
              steps: [
                {
                  id: "unsolved",
                  kind: "send",
                  to: { team: "logistics", role: "lead" },
                  channels: [{ in_app: "order-unsolved" }],
                },
              ],
            },
          ],
          otherwise: [
            { id: "assumed", kind: "send", to: "person", channels: [{ email: "order-assumed" }] },
          ],
        },
      ],
      after: "P14D",
    },
    limits: { messagesMax: 20, daysMax: 90 },
  },
  templates: orderShippedContent,
  topics: [
    {
      key: "orders",
      name: "Orders and deliveries",
      description: "Where a parcel is, and whether it arrived.",
      required: false,
      defaultChannels: ["email", "sms", "push", "in_app"],
    },
  ],
  policies: [
    {
      key: "missing-parcels",
      name: "Missing parcels: logistics desk",
      levels: [
        {
          targets: [{ team: "logistics", role: "lead" }],
          channels: [{ email: "order-missing" }],
          acknowledgeWithin: "PT4H",
          clock: "working_hours",
        },
        {
          targets: [{ team: "logistics", role: "members" }],
          channels: [{ email: "order-missing" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
      ],
    },
  ],
  teams: [{ key: "logistics", name: "Logistics", role: "Its desk looks for missing parcels." }],
  rotas: [],
  example: { event: "order.shipped", data: exampleOf(FIELDS) },
  scenarios: orderShippedScenarios,
});
