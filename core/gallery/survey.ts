import { dataSchema, exampleOf, starter } from "./starter";
import { surveyContent } from "./survey-content";
import { surveyScenarios } from "./survey-scenarios";

const FIELDS = {
  id: { type: "string", title: "Your id of the visit", example: "v_907" },
  visit: { type: "string", title: "What the survey is about", example: "Service visit" },
  host: { type: "string", title: "Whom they met", example: "Jonas" },
  questions: { type: "number", title: "Number of questions", example: 3 },
  url: { type: "string", title: "Where it is", example: "https://survey.example.com/v/907" },
} as const;

const KEY = "survey:{{ data.id }}";

export const survey = starter({
  number: 7,
  key: "survey",
  name: "Survey",
  sentence:
    "Asks how a visit was, tries out whether morning or evening works better, reminds once and never again.",
  definition: {
    schema: 1,
    purpose: "engagement",
    topic: "surveys",
    start: { event: "visit.completed" },
    subject: "Survey: {{ data.visit }}",
    key: KEY,
    due: { after: "P10D" },
    data: dataSchema(FIELDS, ["id", "visit", "questions", "url"]),
    stopsWhen: [{ event: "survey.submitted", key: KEY }],
    stages: [
      {
        id: "ask",
        name: "Question",
        steps: [
          {
            id: "best-hour",
            title: "Which hour gets more answers?",
            kind: "split",
            arms: [
              {
                name: "Morning",
                weight: 50,
                steps: [
                  {
                    id: "next-morning",
                    kind: "wait",
                    until: { opened: "P1D" },
                    at: "09:00",
                    zone: "person",
                  },
                ],
              },
              {
                name: "Evening",
                weight: 50,
                steps: [
                  {
                    id: "next-evening",
                    kind: "wait",
                    until: { opened: "P1D" },
                    at: "18:00",
                    zone: "person",
                  },
                ],
              },
            ],
          },
          { id: "invite", kind: "send", channels: [{ email: "survey-invite" }] },
        ],
      },
      {
        id: "reminder",
        name: "One reminder",
        steps: [
          { id: "fourth-day", kind: "wait", until: { opened: "P4D" }, at: "10:00", zone: "person" },
          { id: "remind", kind: "send", channels: [{ email: "survey-reminder" }] },
          { id: "open-until-due", kind: "wait", until: { due: "PT0S" } },
        ],
      },
    ],
    resolution: {
      steps: [
        { id: "thanks", kind: "send", to: "person", channels: [{ in_app: "survey-thanks" }] },
      ],
    },
    limits: { messagesMax: 5, daysMax: 30 },
  },
  templates: surveyContent,
  topics: [
    {
      key: "surveys",
      name: "Surveys",
      description: "A few questions after a visit; at most two messages each.",
      required: false,
      defaultChannels: ["email", "in_app"],
    },
  ],
  policies: [],
  teams: [],
  rotas: [],
  example: { event: "visit.completed", data: exampleOf(FIELDS) },
  scenarios: surveyScenarios,
});
