import type { Run } from "./run";
import type { Answer } from "./state";

/** Answers kept on a case; the oldest stay, since waits ask whether there is any. */
const ANSWERS_MAX = 50;

export function recordAnswer(run: Run, answer: Answer): void {
  const { memory } = run;
  const answers = memory.answers ?? [];
  if (answers.length < ANSWERS_MAX) memory.answers = [...answers, answer];
  if (memory.announced) memory.announced = { ...memory.announced, answered: true };
  run.state.firstResponseAt ??= answer.at;
}
