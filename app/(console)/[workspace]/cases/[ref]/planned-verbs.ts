import type { PlanItem } from "@/server/cases/read-plan";
import type { PlannedTarget, PlannedVerb } from "./change-planned-dialog";
import type { LoadedCase } from "./load-case";

type PlannedChoices = { target: PlannedTarget; can: PlannedVerb["do"][] };

/**
 * What can be done to a planned message, or null. A message that waits can be taken out, and sent or
 * moved unless a gate holds it; a step's messages can be taken out the next time it is its turn, and
 * sent or moved when its turn is next.
 */
export function plannedVerbs(loaded: LoadedCase, item: PlanItem): PlannedChoices | null {
  const { row, plan, messages, definition } = loaded;
  if (row.status !== "open" || item.step === null || item.level !== null) return null;
  if (item.messageId !== null) {
    const isHeld = messages.get(item.messageId)?.status === "held";
    const target = { step: item.step, messageId: item.messageId, what: [item.what] };
    return { target, can: isHeld ? ["take_out"] : ["send_now", "take_out", "move"] };
  }
  const ofStage = definition?.stages.some(({ id }) => id === item.stage) ?? false;
  if (item.kind !== "send" || !ofStage) return null;
  const same = plan.plan.filter(({ step, messageId }) => step === item.step && messageId === null);
  // A repeated step: only its next round can be changed.
  if (same[0]?.at !== item.at) return null;
  const what = same
    .filter(({ at, kind }) => at === item.at && kind === "send")
    .map((one) => one.what);
  const target = { step: item.step, messageId: null, what };
  const isNext = plan.sendsNext.includes(item.step);
  return { target, can: isNext ? ["send_now", "take_out", "move"] : ["take_out"] };
}
