import { z } from "zod";
import { branch } from "./steps/branch";
import { Call } from "./steps/call";
import { Close } from "./steps/close";
import { Escalate } from "./steps/escalate";
import { repeat } from "./steps/repeat";
import { Send } from "./steps/send";
import { split } from "./steps/split";
import { Update } from "./steps/update";
import { Wait } from "./steps/wait";
import { waitForResponse } from "./steps/wait-for-response";

/** Steps in one list; the whole document is limited by `STEPS_MAX`. */
export const STEPS_IN_LIST_MAX = 100;

type Infer<F extends (steps: z.ZodType<Step[]>) => z.ZodType> = z.infer<ReturnType<F>>;
type ListOf = z.ZodType<Step[]>;

export interface WaitForResponse extends Infer<typeof waitForResponse<ListOf>> {}
export interface Branch extends Infer<typeof branch<ListOf>> {}
export interface Split extends Infer<typeof split<ListOf>> {}
export interface Repeat extends Infer<typeof repeat<ListOf>> {}

/** One instruction of a workflow. A new kind is a file in `steps/` and a line here. */
export type Step =
  | Send
  | Wait
  | WaitForResponse
  | Branch
  | Split
  | Repeat
  | Escalate
  | Update
  | Call
  | Close;

export type StepKind = Step["kind"];

const Nested: z.ZodType<Step[]> = z.lazy(() => Steps);

export const Step = z.discriminatedUnion("kind", [
  Send,
  Wait,
  waitForResponse(Nested),
  branch(Nested),
  split(Nested),
  repeat(Nested),
  Escalate,
  Update,
  Call,
  Close,
]);

export const Steps: z.ZodType<Step[]> = z.array(Step).max(STEPS_IN_LIST_MAX);

/** The lists of steps inside a step, each with the name of the way into it. */
export function innerLists(
  step: Step,
): { name: string; path: (string | number)[]; steps: Step[] }[] {
  switch (step.kind) {
    case "wait_for_response":
      return [
        { name: "Responded", path: ["responded"], steps: step.responded ?? [] },
        { name: "No answer", path: ["noAnswer"], steps: step.noAnswer ?? [] },
      ];
    case "branch":
      return [
        ...step.paths.map((p, i) => ({
          name: p.name,
          path: ["paths", i, "steps"],
          steps: p.steps,
        })),
        { name: "Otherwise", path: ["otherwise"], steps: step.otherwise },
      ];
    case "split":
      return step.arms.map((arm, i) => ({
        name: arm.name,
        path: ["arms", i, "steps"],
        steps: arm.steps,
      }));
    case "repeat":
      return [{ name: "Each round", path: ["steps"], steps: step.steps }];
    default:
      return [];
  }
}
