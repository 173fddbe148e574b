import { type SaidProblem, saidProblem } from "@/core/sentence/problem-words";
import type { Channel } from "@/core/template/channel";
import type { Template } from "@/core/template/content";
import { exampleDefinition } from "../example-definition";
import { validate, type WorkflowFacts } from "../validate";

/** Says what to do, by when and why. */
export const ASKING = 'please pay by {{ due | date: "long" }}, because we ship after that.';

export const template = (channel: Channel, body: string, actions = true): [string, Template] => [
  "",
  {
    channel,
    content: {
      subject: "Subject",
      title: "Title",
      body,
      ...(actions && { actions: [{ id: "paid", label: "I have paid", kind: "complete" }] }),
    },
  },
];
export const contents: Record<string, [string, Template]> = {
  "invoice-initial": template("email", `Invoice {{ data.number }}: ${ASKING}`),
  "invoice-initial-inbox": template("in_app", `Invoice {{ data.number }}: ${ASKING}`),
  "invoice-reminder": template("email", `Dear {{ person.firstName }}, ${ASKING}`),
  "invoice-short": template("sms", "Pay {{ data.amount }} by {{ due | relative }}"),
  "invoice-thanks": template("email", "Thanks", false),
  "invoice-closed": template("in_app", "Closed", false),
};

export const facts = (changes: Partial<WorkflowFacts> = {}): WorkflowFacts => ({
  templates: new Map(Object.entries(contents).map(([key, [, value]]) => [key, value])),
  topics: new Map([["billing-reminders", { required: false }]]),
  teams: new Map([
    ["billing", { leadId: "lena", members: [{}] }],
    ["leaderless", { leadId: null, members: [{}] }],
    ["empty", { leadId: null, members: [] }],
  ]),
  policies: new Set(["billing-leads"]),
  rotas: new Set(["night"]),
  channelsOn: null,
  eventNames: null,
  ...changes,
});

export const check = (
  changes: Record<string, unknown> = {},
  more: Partial<WorkflowFacts> = {},
): SaidProblem[] =>
  validate(exampleDefinition(changes), facts(more)).map((problem) => saidProblem(problem, "en"));
export const codes = (problems: { code: string }[]) => problems.map(({ code }) => code);

/** The example with other steps in one stage. */
export const withSteps = (...steps: unknown[]) => ({ stages: [{ id: "a", name: "A", steps }] });
export const send = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  kind: "send",
  channels: [{ email: "invoice-initial" }],
  ...more,
});
export const answer = { id: "r", kind: "wait_for_response", for: "P3D" };
export const found = (
  steps: unknown[],
  code: string,
  changes: Record<string, unknown> = {},
  more: Partial<WorkflowFacts> = {},
) => check({ ...withSteps(...steps), ...changes }, more).find((problem) => problem.code === code);
