import { z } from "zod";
import { Duration } from "@/core/calendar/duration";
import { Key, PersonId } from "@/core/ids";
import { MessageClass } from "./message-class";
import { innerLists, type Step, Steps } from "./step";
import { BusinessDays, ConditionText, Path, StepId } from "./steps/shared";

export const STAGES_MAX = 20;
export const STEPS_MAX = 300;
export const NESTING_MAX = 8;

export const Purpose = z.enum(["reminder", "escalation", "status", "engagement"]);
export type Purpose = z.infer<typeof Purpose>;

const TemplateText = z.string().min(1).max(512);

/** What ends the case, answers it or snoozes it, from wherever it stands. */
export const StopRule = z.union([
  z.strictObject({
    event: Key,
    key: TemplateText.optional(),
    when: ConditionText.optional(),
    // biome-ignore lint/suspicious/noThenProperty: the document's own word, fixed by the contract
    then: z.enum(["resolve", "respond", "snooze"]).optional(),
    until: Path.optional(),
  }),
  z.strictObject({ action: Key }),
  z.strictObject({ reply: z.literal(true) }),
]);
export type StopRule = z.infer<typeof StopRule>;

export const DueRule = z.union([
  z.strictObject({ from: Path }),
  z.strictObject({ after: z.union([Duration, BusinessDays]) }),
]);
export type DueRule = z.infer<typeof DueRule>;

export const Stage = z.strictObject({
  id: StepId,
  name: z.string().min(1).max(80),
  class: MessageClass.optional(),
  steps: Steps,
});
export type Stage = z.infer<typeof Stage>;

/** An event that opens cases; without one the workflow is started by hand or by `trigger`. */
const Start = z.strictObject({ event: Key, where: ConditionText.optional() });

const Person = z.union([Path, z.strictObject({ id: PersonId })]);

/**
 * A workflow as people write it: a tree in canonical JSON, without positions. The editor, the API,
 * import and export, and the worker read this one schema.
 */
export const Definition = z
  .strictObject({
    schema: z.literal(1),
    purpose: Purpose,
    topic: Key,
    start: Start.optional(),
    person: Person.optional(),
    subject: TemplateText,
    key: TemplateText.optional(),
    due: DueRule.optional(),
    data: z.record(z.string(), z.json()).optional(),
    earlyAnswer: Duration.optional(),
    stopsWhen: z.array(StopRule).max(30).default([]),
    stages: z.array(Stage).min(1).max(STAGES_MAX),
    resolution: z.strictObject({ steps: Steps }).optional(),
    expiry: z.strictObject({ steps: Steps.optional(), after: Duration.optional() }).optional(),
    limits: z
      .strictObject({
        messagesMax: z.int().min(1).max(1_000).optional(),
        daysMax: z.int().min(1).max(3_650).optional(),
      })
      .optional(),
  })
  .superRefine((definition, context) => {
    for (const problem of shapeProblems(definition)) context.addIssue(problem);
  });
export type Definition = z.infer<typeof Definition>;

/** Limits and uniqueness that no single field can see. */
function shapeProblems(definition: { stages: Stage[]; resolution?: unknown; expiry?: unknown }) {
  const seen = new Map<string, string>();
  const issues: { code: "custom"; message: string; path: (string | number)[] }[] = [];
  let count = 0;
  for (const { step, path, depth } of walk(definition as Definition)) {
    count += 1;
    const before = seen.get(step.id);
    if (before !== undefined) {
      const message = `the id ${step.id} is used twice (also at ${before})`;
      issues.push({ code: "custom", message, path: [...path, "id"] });
    }
    seen.set(step.id, path.join("."));
    if (depth > NESTING_MAX) {
      issues.push({ code: "custom", message: `nested deeper than ${NESTING_MAX}`, path });
    }
  }
  if (count > STEPS_MAX) {
    const message = `${count} steps; at most ${STEPS_MAX}`;
    issues.push({ code: "custom", message, path: ["stages"] });
  }
  return issues;
}

type Place = { step: Step; path: (string | number)[]; stage: string; depth: number };

/** Every step of the document in reading order, with its place. `stage` is the id, or `resolution`, `expiry`. */
export function* walk(definition: Definition): Generator<Place> {
  for (const [i, stage] of definition.stages.entries()) {
    yield* walkList(stage.steps, ["stages", i, "steps"], stage.id, 0);
  }
  yield* walkList(definition.resolution?.steps ?? [], ["resolution", "steps"], "resolution", 0);
  yield* walkList(definition.expiry?.steps ?? [], ["expiry", "steps"], "expiry", 0);
}

function* walkList(
  steps: Step[],
  path: (string | number)[],
  stage: string,
  depth: number,
): Generator<Place> {
  for (const [i, step] of steps.entries()) {
    const here = [...path, i];
    yield { step, path: here, stage, depth };
    for (const list of innerLists(step)) {
      yield* walkList(list.steps, [...here, ...list.path], stage, depth + 1);
    }
  }
}
