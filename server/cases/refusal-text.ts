import type { Refusal } from "@/core/case/advance";
import { toRfc3339 } from "@/core/time";

/** Says what changed meanwhile, for whoever came too late. */
export function refusalText({ code, params }: Refusal): string {
  switch (code) {
    case "already_closed":
      return `The case is already ${String(params.status)}${doneBy(params)}.`;
    case "not_closed":
      return "The case is open: there is nothing to reopen.";
    case "level_changed": {
      const since = typeof params.at === "number" ? ` since ${toRfc3339(params.at)}` : "";
      return `The case already stands at escalation level ${String(params.level)}${since}, not ${String(params.expected)}.`;
    }
    case "already_acknowledged":
      return `The case was already taken on${doneBy(params)}.`;
    case "nobody_there":
      if (params.target === "") return "Nobody is left who could be told now.";
      return `Nobody there can be told now: ${String(params.target)} (${String(params.why)}).`;
    case "no_escalation":
      return "This workflow has no escalation step to go to.";
    case "not_next":
      return "This message is not what comes next any more: the case has moved on.";
    case "closes_at_once":
      return "From this step the workflow would close the case again at once.";
    case "no_such_step":
      return "There is no such step in the stages of this case's workflow version.";
  }
}

function doneBy({ by, at }: Refusal["params"]): string {
  const doer = typeof by === "string" ? ` by ${by}` : "";
  return `${doer}${typeof at === "number" ? ` at ${toRfc3339(at)}` : ""}`;
}
