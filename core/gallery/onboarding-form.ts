import { onboardingFormContent } from "./onboarding-form-content";
import { onboardingFormScenarios } from "./onboarding-form-scenarios";
import { dataSchema, exampleOf, starter } from "./starter";

const FIELDS = {
  id: { type: "string", title: "Your id of the form", example: "f_118" },
  form: { type: "string", title: "What it is called", example: "Account details" },
  section: { type: "string", title: "First section that is missing", example: "Bank details" },
  missing: { type: "number", title: "Sections that are missing", example: 2 },
  minutes: { type: "number", title: "Minutes it still takes", example: 6 },
  url: {
    type: "string",
    title: "Where to go on, at the missing section",
    example: "https://forms.example.com/f/118#bank",
  },
} as const;

const KEY = "form:{{ data.id }}";

export const onboardingForm = starter({
  number: 5,
  key: "onboarding-form",
  name: "Onboarding form incomplete",
  sentence:
    "Leads somebody back to the section of a form where they stopped, and asks your onboarding team to call before a week is over.",
  definition: {
    schema: 1,
    purpose: "engagement",
    topic: "onboarding",
    start: { event: "form.started" },
    subject: "Form: {{ data.form }}",
    key: KEY,
    due: { after: "P7D" },
    data: dataSchema(FIELDS, ["id", "form", "section", "missing", "minutes", "url"]),
    stopsWhen: [{ event: "form.submitted", key: KEY }],
    stages: [
      {
        id: "same-day",
        name: "Same day",
        steps: [
          { id: "four-hours", kind: "wait", for: "PT4H" },
          { id: "nudge", kind: "send", channels: [{ in_app: "form-kept-app" }] },
        ],
      },
      {
        id: "next-morning",
        name: "Next morning",
        steps: [
          {
            id: "morning",
            kind: "wait",
            until: { opened: "P1D" },
            at: "09:00",
            zone: "person",
            ifPassed: "next",
          },
          { id: "missing-section", kind: "send", channels: [{ email: "form-section" }] },
        ],
      },
      {
        id: "reminder",
        name: "Reminders",
        steps: [
          { id: "third-day", kind: "wait", until: { opened: "P3D" }, at: "09:00", zone: "person" },
          { id: "remind", kind: "send", channels: [{ email: "form-reminder" }] },
          { id: "sixth-day", kind: "wait", until: { opened: "P6D" }, at: "10:00", zone: "person" },
          {
            id: "last-call",
            kind: "send",
            anyOf: [{ sms: "form-last-sms" }, { email: "form-last" }],
          },
        ],
      },
      {
        id: "escalation",
        name: "A call",
        steps: [
          {
            id: "next-day",
            kind: "wait",
            until: { due: "P1D" },
            at: "10:00",
            zone: "person",
            days: "business",
            ifPassed: "next",
          },
          {
            id: "call-task",
            kind: "escalate",
            policy: "unfinished-forms",
            tell: [{ email: "form-told" }],
          },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "thanks", kind: "send", to: "person", channels: [{ email: "form-thanks" }] },
        { id: "no-call", kind: "send", to: "involved", channels: [{ in_app: "form-complete" }] },
      ],
    },
    expiry: {
      steps: [
        {
          id: "unfinished",
          kind: "send",
          to: { team: "onboarding", role: "lead" },
          channels: [{ in_app: "form-unfinished" }],
        },
      ],
      after: "P14D",
    },
    limits: { messagesMax: 20, daysMax: 60 },
  },
  templates: onboardingFormContent,
  topics: [
    {
      key: "onboarding",
      name: "Getting started",
      description: "What is still missing before you can begin.",
      required: false,
      defaultChannels: ["email", "sms", "in_app"],
    },
  ],
  policies: [
    {
      key: "unfinished-forms",
      name: "Unfinished forms: a call by onboarding",
      levels: [
        {
          targets: [{ team: "onboarding", role: "lead" }],
          channels: [{ email: "form-call-task" }],
          acknowledgeWithin: "PT8H",
          clock: "working_hours",
        },
      ],
      fallback: { team: "onboarding", role: "members" },
    },
  ],
  teams: [{ key: "onboarding", name: "Onboarding", role: "Its lead has somebody call." }],
  rotas: [],
  example: { event: "form.started", data: exampleOf(FIELDS) },
  scenarios: onboardingFormScenarios,
});
