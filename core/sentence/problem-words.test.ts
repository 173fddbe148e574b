import { describe, expect, test } from "vitest";
import type { ProblemCode, ProblemParams } from "@/core/workflow/problems/codes";
import type { Problem } from "@/core/workflow/validate";
import { LANGUAGES } from "./locale";
import { problemWords } from "./problem-words";

const seen = { field: "data.customer", missing: 3, of: 50 };
const target = { key: "finance", name: "Finance", meant: "billing", level: 3, levels: 2 };
const content = { template: "short", channel: "sms", other: "email", meant: "shorter" } as const;
const copy = { template: "short", n: 3, max: 2, text: "OK" };

/** Every shape in which each code may come. */
const EXAMPLES: { [C in ProblemCode]: ProblemParams[C][] } = {
  "definition.unreadable": [{ detail: "Expected a number." }],
  "start.missing": [{}],
  "start.person_unresolved": (["no_path", "unknown", "missing"] as const).flatMap((form) => [
    { ...seen, form, meant: "data.person" },
    { ...seen, form, meant: null },
  ]),
  "topic.missing": [
    { topic: "biling", meant: "billing" },
    { topic: "biling", meant: null },
  ],
  "pref.required_topic": [{ topic: "Billing" }],
  "due.missing": [{}],
  "due.sometimes_missing": [{ ...seen, percent: 6 }],
  "send.no_content": (["none", "other_channel", "unfinished"] as const).map((form) => ({
    ...content,
    form,
    field: "content.body",
  })),
  "send.locale_missing": [{ template: "short", missing: 2, of: 7, locales: "fr, it" }],
  "send.translation_behind": [
    { template: "short", texts: 1, locales: "de" },
    { template: "short", texts: 3, locales: "de, fr" },
  ],
  "send.unknown_variable": [
    { form: "unknown", template: "short", name: "data.totl", meant: "data.total", detail: null },
    { form: "unknown", template: null, name: "data.totl", meant: null, detail: null },
    { form: "unreadable", template: "short", name: "", meant: null, detail: "no such tag" },
  ],
  "send.filter_type": [
    {
      template: "short",
      field: "body",
      line: 2,
      column: 7,
      name: "data.plan",
      filter: "money",
      type: "string",
    },
  ],
  "send.channel_off": [{ channel: "in_app" }],
  "send.no_unsubscribe": [{ template: "short", topic: "Billing" }],
  "send.promotional_no_address": [{ template: "short" }],
  "send.promotional_required": [{ topic: "Billing" }],
  "send.no_action": [{ template: "short" }],
  "send.same_channel": [{ channel: "email" }],
  "send.quiet_hours": [{ topic: "Billing" }],
  "send.no_target": [{ ...target, form: "nobody" }],
  "wait.order": [
    { anchor: "due", offset: "-P5D", before: "-P2D", other: "w" },
    { anchor: "data.at", offset: { businessDays: -5 }, before: { businessDays: 1 }, other: "w" },
    { anchor: "due", offset: { fraction: 0.25 }, before: { fraction: 0.5 }, other: "w" },
  ],
  "wait.in_quiet_hours": [{ at: "06:00", until: "08:00", use: "09:00" }],
  "wait.zero": [{ before: "s" }],
  "response.unreachable": (["event", "action"] as const).flatMap((form) => [
    { form, name: "form.sent", meant: "form.submitted" },
    { form, name: "form.sent", meant: null },
  ]),
  "condition.invalid": (["unknown_name", "ends_early", "other"] as const).flatMap((form) => [
    { form, detail: "it ends too early", name: "amount", line: 1, column: 4 },
    { form, detail: "it ends too early", name: "amount", line: null, column: null },
  ]),
  "branch.no_otherwise": [{}],
  "branch.overlap": [{ name: "Large" }],
  "branch.unknown_variable": [{ name: "data.totl", meant: "data.total" }],
  "escalate.no_target": (
    ["policy", "rota", "team", "no_rota", "no_lead", "no_members", "nobody", "level"] as const
  ).map((form) => ({ ...target, form })),
  "escalate.self": [{}],
  "escalate.loop": [{}],
  "escalate.nobody_to_acknowledge": [{ level: 2 }],
  "escalate.timeout_short": [{}],
  "split.holdout_required": [{ topic: "Billing" }],
  "split.same_name": [{ name: "holdout" }],
  "stop.none": [{}],
  "stop.no_until": [{ event: "later" }],
  "close.silent": [{}],
  "ending.step_kind": [{ kind: "escalate" }, { kind: "wait_for_response" }],
  "cap.exceeded": [
    { messages: 4, hours: 24, cap: 3, scenario: "late", name: "Late" },
    { messages: 4, hours: 1, cap: 3, scenario: null, name: null },
  ],
  never_reached: [
    { form: "closed", scenarios: 0 },
    { form: "runs", scenarios: 1 },
  ],
  expires_at_once: [{}],
  "copy.action_missing": [copy],
  "copy.importance_missing": [copy],
  "copy.deadline_missing": [copy],
  "copy.many_primary_actions": [copy],
  "copy.many_actions": [copy],
  "copy.vague_label": [copy],
  "copy.subject_long": [copy],
  "copy.subject_shouts": [copy],
  "copy.title_missing": [copy],
  "copy.title_long": [copy],
  "copy.body_long": [copy, { ...copy, text: "push" }, { ...copy, text: null }],
  "copy.sentence_long": [copy],
  "copy.sms_segments": [copy],
  "copy.sms_unicode": [copy],
  "copy.raw_moment": [copy],
  "copy.false_urgency": [copy],
};

const UNFIT = /undefined|null|NaN|\[object|\s{2}|\s[.,;:]|\.\.|^\s|\s$|"", |""/;
const TAG = /\{\{[^{}]+\}\}/g;

const problems = Object.entries(EXAMPLES).flatMap(([code, all]) =>
  all.map((params) => ({ code, severity: "problem", path: "", step: null, params }) as Problem),
);

describe.each(LANGUAGES)("in %s", (locale) => {
  test.each(problems.map((problem) => [problem.code, problem] as const))(
    "%s says what, why and what to do",
    (_, problem) => {
      for (const line of Object.values(problemWords(problem, locale))) {
        expect(line.replaceAll(TAG, "name")).not.toMatch(UNFIT);
        expect(line.replaceAll(TAG, "name")).not.toMatch(/[{}]/);
        expect(line.length).toBeGreaterThan(8);
      }
    },
  );
});

test("no sentence is the same in both languages", () => {
  for (const problem of problems) {
    if (problem.code === "definition.unreadable") continue;
    const [en, de] = LANGUAGES.map((locale) => problemWords(problem, locale));
    expect(en?.message, problem.code).not.toBe(de?.message);
    expect(en?.fix, problem.code).not.toBe(de?.fix);
  }
});

test("the table's sentences read as the specification has them", () => {
  const said = (code: ProblemCode, at = 0) =>
    problems.filter((problem) => problem.code === code).map((p) => problemWords(p, "en").message)[
      at
    ];
  expect(said("escalate.no_target", 4)).toBe(
    'Team "Finance" has no supervisor; nothing would happen.',
  );
  expect(said("send.unknown_variable")).toBe(
    'In "short": {{ data.totl }} does not exist. Did you mean "data.total"?',
  );
  expect(said("due.sometimes_missing")).toContain("6 % of recent events have no due date");
});
