import type { PlanCode } from "../sentence-code";

export const plan = {
  "plan.send": "{channelTitle} “{template}” to {person}",
  "plan.fallback": "{channelTitle} “{template}” to {person}, unless the first message did it",
  "plan.escalate": "Escalation to level {level}",
  "plan.expire": "The case expires",
  "plan.resolve": "The workflow closes the case as resolved",
  "plan.call": "The workflow calls another system",
  "plan.due_date": "Held: it needs a due date to go on",
  "plan.operator": "Held: an operator has to look at it",
  "plan.at": "{what} on {at}",
} as const satisfies Record<PlanCode, string>;
