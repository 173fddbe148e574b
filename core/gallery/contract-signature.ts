import { contractSignatureContent } from "./contract-signature-content";
import { contractSignatureScenarios } from "./contract-signature-scenarios";
import { dataSchema, exampleOf, starter } from "./starter";

const FIELDS = {
  id: { type: "string", title: "Your id of the contract", example: "c_204" },
  title: { type: "string", title: "What is to be signed", example: "Service agreement 2027" },
  sender: { type: "string", title: "Who sends it", example: "Priya Nair" },
  sign_by: { type: "string", title: "Signature deadline", example: "2026-09-30" },
  url: { type: "string", title: "Where it is signed", example: "https://sign.example.com/c/204" },
  status_url: {
    type: "string",
    title: "Where your signing service says whether it was viewed",
    example: "https://sign.example.com/api/c/204",
  },
} as const;

const KEY = "contract:{{ data.id }}";

export const contractSignature = starter({
  number: 9,
  key: "contract-signature",
  name: "Contract signature",
  sentence:
    "Asks for a signature, writes differently to those who have looked and those who have not, and brings in sales, then legal, after the deadline.",
  definition: {
    schema: 1,
    purpose: "reminder",
    topic: "contracts",
    start: { event: "contract.sent" },
    subject: "Contract: {{ data.title }}",
    key: KEY,
    due: { from: "data.sign_by" },
    data: dataSchema(FIELDS, ["id", "title", "sender", "sign_by", "url"]),
    stopsWhen: [
      { event: "contract.signed", key: KEY },
      { event: "contract.declined", key: KEY },
    ],
    stages: [
      {
        id: "initial",
        name: "For signature",
        steps: [{ id: "request", kind: "send", channels: [{ email: "contract-request" }] }],
      },
      {
        id: "follow-up",
        name: "Viewed or not",
        steps: [
          {
            id: "first-day",
            kind: "wait",
            until: { opened: { businessDays: 1 } },
            at: "09:00",
            zone: "person",
          },
          {
            id: "ask-service",
            kind: "call",
            title: "Ask the signing service whether it was viewed",
            note: "The answer is kept as data.signing. Without it, a press on the button of our message counts.",
            url: "{{ data.status_url }}",
            method: "GET",
            saveAs: "signing",
          },
          {
            id: "was-viewed",
            kind: "branch",
            paths: [
              {
                name: "Viewed, not signed",
                when: "data.signing.body.viewed == true || messages.request.clicked",
                steps: [
                  { id: "any-question", kind: "send", channels: [{ email: "contract-viewed" }] },
                ],
              },
            ],
            otherwise: [
              {
                id: "second-day",
                kind: "wait",
                until: { opened: { businessDays: 2 } },
                at: "09:00",
                zone: "person",
              },
              { id: "not-viewed", kind: "send", channels: [{ email: "contract-unseen" }] },
            ],
          },
        ],
      },
      {
        id: "reminder",
        name: "Reminder",
        steps: [
          {
            id: "three-days-before",
            kind: "wait",
            until: { due: "-P3D" },
            at: "09:00",
            zone: "person",
            days: "business",
            ifPassed: "skip",
          },
          { id: "remind", kind: "send", channels: [{ email: "contract-reminder" }] },
        ],
      },
      {
        id: "deadline",
        name: "Deadline",
        steps: [
          {
            id: "last-day",
            kind: "wait",
            until: { due: "PT0S" },
            at: "09:00",
            zone: "person",
            ifPassed: "skip",
          },
          {
            id: "last-call",
            kind: "send",
            channels: [{ email: "contract-last-day" }],
            fallback: { sms: "contract-last-day-sms", after: "PT4H", unless: "opened" },
          },
        ],
      },
      {
        id: "escalation",
        name: "Escalation",
        steps: [
          {
            id: "day-after",
            kind: "wait",
            until: { due: "P1D" },
            at: "09:00",
            zone: "person",
            days: "business",
            ifPassed: "next",
          },
          {
            id: "escalate",
            kind: "escalate",
            policy: "unsigned-contracts",
            priority: "high",
            tell: [{ email: "contract-told" }],
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
              name: "Declined",
              when: "case.answer == 'contract.declined'",
              steps: [
                {
                  id: "respected",
                  kind: "send",
                  to: "person",
                  channels: [{ email: "contract-declined" }],
                },
                {
                  id: "tell-sales",
                  kind: "send",
                  to: { team: "sales", role: "lead" },
                  channels: [{ in_app: "contract-lost" }],
                },
              ],
            },
          ],
          otherwise: [
            { id: "thanks", kind: "send", to: "person", channels: [{ email: "contract-thanks" }] },
          ],
        },
        { id: "settled", kind: "send", to: "involved", channels: [{ in_app: "contract-settled" }] },
      ],
    },
    expiry: {
      steps: [
        {
          id: "unsigned",
          kind: "send",
          to: { team: "sales", role: "lead" },
          channels: [{ in_app: "contract-unsigned" }],
        },
      ],
      after: "P14D",
    },
    limits: { messagesMax: 30, daysMax: 180 },
  },
  templates: contractSignatureContent,
  topics: [
    {
      key: "contracts",
      name: "Contracts",
      description: "What is to be signed, and until when.",
      required: false,
      defaultChannels: ["email", "sms", "in_app"],
    },
  ],
  policies: [
    {
      key: "unsigned-contracts",
      name: "Unsigned contracts: deal owner, then legal",
      levels: [
        {
          targets: [{ team: "sales", role: "lead" }],
          channels: [{ email: "contract-escalated" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
        {
          targets: [{ team: "legal", role: "lead" }],
          channels: [{ email: "contract-escalated" }],
          acknowledgeWithin: "PT16H",
          clock: "working_hours",
        },
      ],
    },
  ],
  teams: [
    { key: "sales", name: "Sales", role: "Its lead owns the deal." },
    { key: "legal", name: "Legal", role: "Its lead is the next level." },
  ],
  rotas: [],
  example: { event: "contract.sent", data: exampleOf(FIELDS) },
  scenarios: contractSignatureScenarios,
});
