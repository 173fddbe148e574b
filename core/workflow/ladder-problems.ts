import { blankDefinition } from "./blank-definition";
import type { Definition } from "./definition";
import type { Escalate, Ladder } from "./steps/escalate";
import { type Problem, validate, type WorkflowFacts } from "./validate";

const STEP = "policy";
const PATH = "stages.0.steps.0.";

/** A ladder as the step that climbs it. */
export const ladderStep = (ladder: Ladder): Escalate => ({ id: STEP, kind: "escalate", ...ladder });

/** A document whose only step climbs this ladder, for a ladder that no workflow holds. */
export const aroundLadder = (ladder: Ladder): Definition => ({
  ...blankDefinition("Escalation", "escalation"),
  purpose: "escalation",
  stages: [{ id: "escalation", name: "Escalation", steps: [ladderStep(ladder)] }],
});

/** What is wrong with a policy's ladder, each path counted from the ladder: `levels.0.targets.1`. */
export const ladderProblems = (ladder: Ladder, facts: WorkflowFacts): Problem[] =>
  validate(aroundLadder(ladder), facts).flatMap((problem) =>
    problem.step === STEP && problem.path.startsWith(PATH)
      ? [{ ...problem, path: problem.path.slice(PATH.length) }]
      : [],
  );
