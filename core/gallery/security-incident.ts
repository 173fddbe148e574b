import { securityIncidentContent } from "./security-incident-content";
import { securityIncidentScenarios } from "./security-incident-scenarios";
import { dataSchema, exampleOf, starter } from "./starter";

const FIELDS = {
  id: { type: "string", title: "Your id of the incident", example: "inc_88" },
  title: {
    type: "string",
    title: "What happened",
    example: "Unusual sign-ins to the admin console",
  },
  severity: { type: "string", title: "SEV1, SEV2 or SEV3", example: "SEV1" },
  system: { type: "string", title: "Where", example: "admin.acme.example.com" },
  summary: {
    type: "string",
    title: "What is known",
    example: "41 sign-ins from a new network in ten minutes.",
  },
} as const;

const KEY = "incident:{{ data.id }}";

export const securityIncident = starter({
  number: 8,
  key: "security-incident",
  name: "Security incident acknowledgement",
  sentence:
    "Calls whoever is on duty on every channel at once, then the backup, the incident manager and their manager, until somebody has it.",
  definition: {
    schema: 1,
    purpose: "escalation",
    topic: "security",
    start: { event: "incident.declared" },
    subject: "{{ data.severity }}: {{ data.title }}",
    key: KEY,
    due: { after: "PT15M" },
    data: dataSchema(FIELDS, ["id", "title", "severity", "system", "summary"]),
    stopsWhen: [
      { event: "incident.acknowledged", key: KEY },
      { event: "incident.resolved", key: KEY },
      { action: "ack" },
    ],
    stages: [
      {
        id: "alert",
        name: "Alert",
        steps: [
          { id: "urgent", kind: "update", set: { priority: "urgent" } },
          {
            id: "call",
            kind: "send",
            channels: [
              { push: "incident-push" },
              { sms: "incident-sms" },
              { in_app: "incident-app" },
            ],
            ignoreQuietHours: true,
          },
        ],
      },
      {
        id: "repeat",
        name: "Repeat",
        steps: [
          { id: "five-minutes", kind: "wait_for_response", for: "PT5M" },
          {
            id: "again",
            kind: "repeat",
            every: "PT5M",
            timesMax: 1,
            steps: [
              {
                id: "call-again",
                kind: "send",
                channels: [{ email: "incident-email" }, { push: "incident-push" }],
                ignoreQuietHours: true,
              },
            ],
          },
        ],
      },
      {
        id: "escalation",
        name: "Escalation",
        steps: [
          {
            id: "escalate",
            kind: "escalate",
            policy: "security-incidents",
            priority: "urgent",
            tell: [{ in_app: "incident-told" }],
          },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "taken", kind: "send", to: "person", channels: [{ in_app: "incident-taken" }] },
        {
          id: "stand-down",
          kind: "send",
          to: "involved",
          channels: [{ email: "incident-stand-down" }],
        },
      ],
    },
    expiry: {
      steps: [
        {
          id: "unanswered",
          kind: "send",
          to: { team: "security", role: "lead" },
          channels: [{ email: "incident-unanswered" }],
        },
      ],
      after: "P1D",
    },
    limits: { messagesMax: 60, daysMax: 7 },
  },
  templates: securityIncidentContent,
  topics: [
    {
      key: "security",
      name: "Security incidents",
      description: "Calls to people on duty. Cannot be switched off.",
      required: true,
      defaultChannels: ["email", "sms", "push", "in_app"],
    },
  ],
  policies: [
    {
      key: "security-incidents",
      name: "Security incidents: backup, incident manager, CISO",
      levels: [
        {
          targets: [{ rota: "security-backup" }],
          channels: [{ sms: "incident-escalated-sms" }, { email: "incident-escalated" }],
          acknowledgeWithin: "PT5M",
        },
        {
          targets: [{ team: "security", role: "lead" }],
          channels: [{ sms: "incident-escalated-sms" }, { email: "incident-escalated" }],
          acknowledgeWithin: "PT10M",
        },
        {
          targets: [{ manager: "owner" }],
          channels: [{ sms: "incident-escalated-sms" }, { email: "incident-escalated" }],
          acknowledgeWithin: "PT10M",
        },
      ],
      repeat: { toLevel: 1, timesMax: 1 },
    },
  ],
  teams: [
    {
      key: "security",
      name: "Security",
      role: "Its lead is the incident manager; their manager the CISO.",
    },
  ],
  rotas: [{ key: "security-backup", name: "Who backs up whoever is on call" }],
  example: { event: "incident.declared", data: exampleOf(FIELDS) },
  scenarios: securityIncidentScenarios,
});
