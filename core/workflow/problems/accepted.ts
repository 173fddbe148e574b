import { z } from "zod";
import { type Definition, walk } from "../definition";
import { canonicalText } from "../edit/document";
import { StepId } from "../steps/shared";
import type { ProblemCode } from "./codes";
import type { Problem } from "./problem";

/** More than a workflow can be found to have; the oldest fall out, and their checks come back. */
export const ACCEPTED_MAX = 500;
export const ACCEPTED_NOTE_MAX = 500;
const CHECK_CHARS_MAX = 4_000;

/** What a check is told apart by: its code, its step, its slot there, and what it says. */
export const CheckMark = z.string().min(1).max(CHECK_CHARS_MAX);

/** Advice that somebody decided not to follow, and why. */
export const AcceptedCheck = z.strictObject({
  check: CheckMark,
  /** The step it stands at; null for the workflow itself. */
  step: StepId.nullable(),
  note: z.string().min(1).max(ACCEPTED_NOTE_MAX),
  by: z.strictObject({ id: z.string().max(100), name: z.string().max(200) }),
  at: z.int(),
});
export type AcceptedCheck = z.infer<typeof AcceptedCheck>;
export const AcceptedChecks = z.array(AcceptedCheck).max(ACCEPTED_MAX);

/** An accepted check that is still found. */
export type AcceptedProblem<P extends Problem = Problem> = {
  problem: P;
  check: string;
  acceptance: AcceptedCheck;
};

/** What changes by itself, as events come and scenarios run: it makes no other advice of it. */
const DRIFTS: Partial<Record<ProblemCode, readonly string[]>> = {
  "start.person_unresolved": ["missing", "of", "meant"],
  "due.sometimes_missing": ["missing", "of", "percent"],
  "topic.missing": ["meant"],
  "send.no_content": ["meant"],
  "send.unknown_variable": ["meant"],
  "response.unreachable": ["meant"],
  "branch.unknown_variable": ["meant"],
  "cap.exceeded": ["scenario", "name"],
  never_reached: ["scenarios"],
};

/**
 * Gives the mark of each finding in this document. Steps keep theirs when they move; it is another
 * one where the step is new or where what is said of it differs.
 */
export function checkMarks(definition: Definition): (problem: Problem) => string {
  const places = new Map([...walk(definition)].map(({ step, path }) => [step.id, path.join(".")]));
  return ({ code, path, step, params }) => {
    const place = step === null ? "" : (places.get(step) ?? "");
    const slot = place !== "" && path.startsWith(place) ? path.slice(place.length + 1) : path;
    const drifting = DRIFTS[code] ?? [];
    const said = Object.entries(params).filter(([name]) => !drifting.includes(name));
    return canonicalText([code, step, slot, Object.fromEntries(said)]);
  };
}

/** Parts what was found into what is open and what was accepted. A problem is never accepted. */
export function withoutAccepted<P extends Problem>(
  found: readonly P[],
  definition: Definition,
  accepted: readonly AcceptedCheck[],
): { open: P[]; accepted: AcceptedProblem<P>[] } {
  if (accepted.length === 0) return { open: [...found], accepted: [] };
  const byCheck = new Map(accepted.map((one) => [one.check, one]));
  const markOf = checkMarks(definition);
  const parted = { open: [] as P[], accepted: [] as AcceptedProblem<P>[] };
  for (const problem of found) {
    const check = problem.severity === "check" ? markOf(problem) : "";
    const acceptance = byCheck.get(check);
    if (acceptance) parted.accepted.push({ problem, check, acceptance });
    else parted.open.push(problem);
  }
  return parted;
}

/** The list with one more, in place of one for the same check, newest last and not beyond its limit. */
export const withAcceptance = (
  accepted: readonly AcceptedCheck[],
  one: AcceptedCheck,
): AcceptedCheck[] =>
  [...accepted.filter(({ check }) => check !== one.check), one].slice(-ACCEPTED_MAX);
