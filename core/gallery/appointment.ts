import { appointmentContent } from "./appointment-content";
import { appointmentScenarios } from "./appointment-scenarios";
import { dataSchema, exampleOf, starter } from "./starter";

const FIELDS = {
  id: { type: "string", title: "Your id of the appointment", example: "a_631" },
  title: { type: "string", title: "What it is", example: "Eye test" },
  place: { type: "string", title: "Where it is", example: "Bridge Street 4, second floor" },
  starts_at: { type: "string", title: "When it begins", example: "2026-09-30T14:30" },
  url: {
    type: "string",
    title: "Where it is moved",
    example: "https://book.example.com/a/631",
  },
} as const;

const KEY = "appointment:{{ data.id }}";

export const appointment = starter({
  number: 10,
  key: "appointment",
  name: "Appointment",
  sentence:
    "Confirms a booking, asks two days before whether it stands, has the front desk call if nobody says so, and offers a new time after a no-show.",
  definition: {
    schema: 1,
    purpose: "reminder",
    topic: "appointments",
    start: { event: "appointment.booked" },
    subject: "Appointment: {{ data.title }}",
    key: KEY,
    due: { from: "data.starts_at" },
    data: dataSchema(FIELDS, ["id", "title", "place", "starts_at", "url"]),
    stopsWhen: [
      // biome-ignore lint/suspicious/noThenProperty: the document's own word, fixed by the contract
      { event: "appointment.confirmed", key: KEY, then: "respond" },
      { event: "appointment.canceled", key: KEY },
      { event: "appointment.attended", key: KEY },
      { action: "cancel" },
    ],
    stages: [
      {
        id: "booked",
        name: "Booked",
        steps: [
          {
            id: "booking",
            kind: "send",
            channels: [{ email: "appointment-booked" }, { in_app: "appointment-booked-app" }],
          },
        ],
      },
      {
        id: "two-days",
        name: "Two days before",
        steps: [
          {
            id: "two-days-before",
            kind: "wait",
            until: { due: "-PT48H" },
            zone: "person",
            ifPassed: "skip",
          },
          {
            id: "does-it-stand",
            kind: "send",
            channels: [{ email: "appointment-confirm" }, { push: "appointment-confirm-push" }],
          },
        ],
      },
      {
        id: "one-day",
        name: "Front desk",
        steps: [
          {
            id: "one-day-before",
            kind: "wait",
            until: { due: "-PT24H" },
            zone: "person",
            ifPassed: "skip",
          },
          {
            id: "is-confirmed",
            kind: "branch",
            paths: [
              {
                name: "Not confirmed",
                when: "!case.answered",
                steps: [{ id: "call-them", kind: "escalate", policy: "unconfirmed-appointments" }],
              },
            ],
            otherwise: [],
          },
        ],
      },
      {
        id: "same-day",
        name: "Same day",
        steps: [
          {
            id: "three-hours-before",
            kind: "wait",
            until: { due: "-PT3H" },
            zone: "person",
            ifPassed: "skip",
          },
          {
            id: "soon",
            kind: "send",
            anyOf: [{ sms: "appointment-soon-sms" }, { email: "appointment-soon" }],
          },
        ],
      },
      {
        id: "no-show",
        name: "No-show",
        steps: [
          { id: "an-hour-after", kind: "wait", until: { due: "PT1H" } },
          {
            id: "new-time",
            kind: "send",
            note: "Goes to everybody for whom no appointment.attended came. Send that event when people check in, or switch this step off.",
            channels: [{ email: "appointment-missed" }],
          },
          { id: "time-to-rebook", kind: "wait", for: "P3D" },
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
              name: "Canceled",
              when: 'case.answer in ["cancel", "appointment.canceled"]',
              steps: [
                {
                  id: "canceled",
                  kind: "send",
                  to: "person",
                  channels: [{ email: "appointment-canceled" }],
                },
                {
                  id: "slot-free",
                  kind: "send",
                  to: { team: "front-desk", role: "lead" },
                  channels: [{ in_app: "appointment-slot-free" }],
                },
              ],
            },
          ],
          otherwise: [
            {
              id: "thanks",
              kind: "send",
              to: "person",
              channels: [{ in_app: "appointment-thanks" }],
            },
          ],
        },
      ],
    },
    expiry: {
      steps: [
        {
          id: "never-came",
          kind: "send",
          to: { team: "front-desk", role: "lead" },
          channels: [{ in_app: "appointment-never-came" }],
        },
      ],
      after: "P3D",
    },
    limits: { messagesMax: 20, daysMax: 365 },
  },
  templates: appointmentContent,
  topics: [
    {
      key: "appointments",
      name: "Appointments",
      description: "When and where, and whether it still stands.",
      required: false,
      defaultChannels: ["email", "sms", "push", "in_app"],
    },
  ],
  policies: [
    {
      key: "unconfirmed-appointments",
      name: "Unconfirmed appointments: a call by the front desk",
      levels: [
        {
          targets: [{ team: "front-desk", role: "lead" }],
          channels: [
            { email: "appointment-unconfirmed" },
            { in_app: "appointment-unconfirmed-app" },
          ],
          acknowledgeWithin: "PT4H",
        },
      ],
    },
  ],
  teams: [{ key: "front-desk", name: "Front desk", role: "Its lead has somebody call." }],
  rotas: [],
  example: { event: "appointment.booked", data: exampleOf(FIELDS) },
  scenarios: appointmentScenarios,
});
